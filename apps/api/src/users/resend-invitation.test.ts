import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { days } from '../platform/clock.fake.ts'
import { addRole, setRole } from '../testing/add-role.ts'
import { inviteFromElsewhere } from '../testing/external-members.ts'
import { invite } from '../testing/invited.ts'
import { queueAt } from '../testing/queue-at.ts'
import { refusalOf } from '../testing/refusal.ts'
import { eventsOf, mailsTo, newestToken } from '../testing/stored-rows.ts'
import { createWorld, type SignedIn, type Tenant, type World } from '../testing/world.ts'

let world: World
let tenant: Tenant
let holder: SignedIn
beforeAll(async () => {
  world = await createWorld()
  tenant = await world.addTenant('De Linde', { seats: 400 })
  holder = await world.signIn(tenant.holder)
})
afterAll(() => world.close())

const accept = (token: string) =>
  world.visitor().api.invitations.accept({ body: { token, password: 'een lang en eigen wachtwoord' } })
const lastEvent = async () => (await eventsOf(world, tenant.tenantId)).at(-1)

describe('sending an invitation again', () => {
  it('makes the earlier link worthless and the new one good for seven days (LNK-12)', async () => {
    const invited = await invite(world, holder, tenant)
    world.clock.advance(days(3))
    const again = await world.signIn(tenant.holder)
    const user = await again.api.users.resendInvitation({ params: { id: invited.membershipId } })
    expect(user.invitationExpiresAt).toBe(new Date(world.clock.now().getTime() + days(7)).toISOString())
    expect(await refusalOf(accept(invited.token))).toBe('link.gone')
    expect(await mailsTo(world, invited.membershipId)).toHaveLength(2)
    expect(await lastEvent()).toMatchObject({ action: 'user.invitation-resent', objectId: invited.membershipId })
    expect(await accept(await newestToken(world, invited.membershipId))).toEqual({ step: 'enroll' })
    holder = again
  })

  it('heals an invitation that has expired, which stays in the list with the day that it did', async () => {
    const invited = await invite(world, holder, tenant)
    const until = world.clock.now().getTime() + days(7)
    world.clock.advance(days(8))
    holder = await world.signIn(tenant.holder)
    const detail = await holder.api.users.read({ params: { id: invited.membershipId } })
    expect(detail.invitationExpiresAt).toBe(new Date(until).toISOString())
    expect(detail.actions).toContain('resend-invitation')
    await holder.api.users.resendInvitation({ params: { id: invited.membershipId } })
    expect(await accept(await newestToken(world, invited.membershipId))).toEqual({ step: 'enroll' })
  })

  it('is done three times a day and no more, also when asked at once (LNK-12)', async () => {
    const { membershipId: id } = await invite(world, holder, tenant)
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, () => refusalOf(holder.api.users.resendInvitation({ params: { id } }))),
    )
    expect(outcomes.toSorted()).toEqual([...Array(3).fill('not refused'), ...Array(7).fill('request.too_many')])
    expect(await mailsTo(world, id)).toHaveLength(4)
    const answer = await holder.send('POST', `/api/v1/users/${id}/invitation`)
    expect([answer.status, answer.headers['retry-after']]).toEqual([429, String(days(1) / 1000)])
    world.clock.advance(days(1))
    holder = await world.signIn(tenant.holder)
    expect(await refusalOf(holder.api.users.resendInvitation({ params: { id } }))).toBe('not refused')
  })

  it('makes whoever sends it answer for it, so that it works after the inviter left', async () => {
    const leaver = await world.addPerson(tenant, 'administrator')
    const invited = await invite(world, await world.signIn(leaver), tenant)
    await holder.api.users.deactivate({ params: { id: leaver.membershipId } })
    expect(await refusalOf(accept(invited.token))).toBe('link.gone')
    await holder.api.users.resendInvitation({ params: { id: invited.membershipId } })
    expect((await holder.api.users.read({ params: { id: invited.membershipId } })).invitedBy).toBe(tenant.holder.name)
    expect(await accept(await newestToken(world, invited.membershipId))).toEqual({ step: 'enroll' })
  })

  it('is refused to somebody who may not give that role (AZV-03)', async () => {
    const invited = await invite(world, holder, tenant, { role: 'editor' })
    const clerk = await addRole(world, tenant, { name: 'Balie', rank: 60, permissions: ['users:read', 'users:invite'] })
    const person = await world.addPerson(tenant, 'reader')
    await setRole(world, person.membershipId, clerk)
    const { api } = await world.signIn(person)
    const params = { id: invited.membershipId }
    expect(await refusalOf(api.users.resendInvitation({ params }))).toBe('role.not_givable')
    expect((await api.users.read({ params })).actions).toEqual(['withdraw-invitation'])
    expect(await lastEvent()).toMatchObject({
      action: 'user.invitation-resent',
      outcome: 'denied',
      objectId: invited.membershipId,
    })
    expect(await mailsTo(world, invited.membershipId)).toHaveLength(1)
  })

  it('is for whoever has not accepted', async () => {
    const member = await world.addPerson(tenant, 'reader')
    const params = { id: member.membershipId }
    expect(await refusalOf(holder.api.users.resendInvitation({ params }))).toBe('invitation.not_open')
  })

  it('and accepting at the same moment: one of them happens, whichever comes first', async () => {
    for (const isJoiningFirst of [true, false]) {
      const { invited, join } = await inviteFromElsewhere(world, { tenant, holder })
      const params = { id: invited.membershipId }
      const resend = () => refusalOf(holder.api.users.resendInvitation({ params }))
      const outcomes = await queueAt(world, params.id, isJoiningFirst ? [join, resend] : [resend, join])
      expect(outcomes).toEqual(['not refused', isJoiningFirst ? 'invitation.not_open' : 'link.gone'])
      const open = await world.asOwner((tx) =>
        tx.link.count({ where: { membershipId: params.id, usedAt: null, voidedAt: null } }),
      )
      const { status } = await holder.api.users.read({ params })
      // Somebody who is in has no open invitation, and somebody who is not has one.
      expect([status, open]).toEqual(isJoiningFirst ? ['active', 0] : ['invited', 1])
    }
  })
})
