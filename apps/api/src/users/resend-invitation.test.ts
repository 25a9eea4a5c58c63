import { describe, expect } from 'vitest'
import { days } from '../platform/clock.fake.ts'
import { accept } from '../testing/accepting.ts'
import { setRole } from '../testing/add-role.ts'
import { inviteFromElsewhere } from '../testing/external-members.ts'
import { invite } from '../testing/invited.ts'
import { it } from '../testing/it.ts'
import { queueAt } from '../testing/queue-at.ts'
import { refusalOf } from '../testing/refusal.ts'

describe('sending an invitation again', () => {
  it('makes the earlier link worthless and the new one good for seven days (LNK-12)', async ({
    world,
    clock,
    tenant,
    invite,
    inbox,
    audit,
  }) => {
    const invited = await invite()
    clock.advance(days(3))
    const again = await world.signIn(tenant.holder)
    const user = await again.api.users.resendInvitation({ params: { id: invited.membershipId } })
    expect(user.invitationExpiresAt).toBe(clock.later(days(7)).toISOString())
    expect(await refusalOf(accept(world, invited.token))).toBe('link.gone')
    expect(await inbox.all(invited.membershipId)).toHaveLength(2)
    expect(await audit.last()).toMatchObject({ action: 'user.invitation-resent', objectId: invited.membershipId })
    expect(await accept(world, await inbox.token(invited.membershipId))).toEqual({ step: 'enroll' })
  })

  it('heals an invitation that has expired, which stays in the list with the day that it did', async ({
    world,
    clock,
    tenant,
    invite,
    inbox,
  }) => {
    const invited = await invite()
    const until = clock.now().getTime() + days(7)
    clock.advance(days(8))
    const { api } = await world.signIn(tenant.holder)
    const detail = await api.users.read({ params: { id: invited.membershipId } })
    expect(detail.invitationExpiresAt).toBe(new Date(until).toISOString())
    expect(detail.actions).toContain('resend-invitation')
    await api.users.resendInvitation({ params: { id: invited.membershipId } })
    expect(await accept(world, await inbox.token(invited.membershipId))).toEqual({ step: 'enroll' })
  })

  it('is done three times a day and no more, also when asked at once (LNK-12)', async ({
    world,
    clock,
    tenant,
    holder,
    invite,
    inbox,
  }) => {
    const { membershipId: id } = await invite()
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, () => refusalOf(holder.api.users.resendInvitation({ params: { id } }))),
    )
    expect(outcomes.toSorted()).toEqual([...Array(3).fill('not refused'), ...Array(7).fill('request.too_many')])
    expect(await inbox.all(id)).toHaveLength(4)
    const answer = await holder.send('POST', `/api/v1/users/${id}/invitation`)
    expect([answer.status, answer.headers['retry-after']]).toEqual([429, String(days(1) / 1000)])
    clock.advance(days(1))
    const { api } = await world.signIn(tenant.holder)
    expect(await refusalOf(api.users.resendInvitation({ params: { id } }))).toBe('not refused')
  })

  it('makes the sender answer for it, so that it works after the inviter left', async ({
    world,
    tenant,
    holder,
    addPerson,
    inbox,
  }) => {
    const leaver = await addPerson('administrator')
    const invited = await invite(world, await world.signIn(leaver), tenant)
    await holder.api.users.deactivate({ params: { id: leaver.membershipId } })
    expect(await refusalOf(accept(world, invited.token))).toBe('link.gone')
    await holder.api.users.resendInvitation({ params: { id: invited.membershipId } })
    expect((await holder.api.users.read({ params: { id: invited.membershipId } })).invitedBy).toBe(tenant.holder.name)
    expect(await accept(world, await inbox.token(invited.membershipId))).toEqual({ step: 'enroll' })
  })

  it('is refused to a caller who may not give that role (AZV-03)', async ({
    world,
    addPerson,
    invite,
    addRole,
    inbox,
    audit,
  }) => {
    const invited = await invite({ role: 'editor' })
    const clerk = await addRole({ name: 'Balie', rank: 60, permissions: ['users:read', 'users:invite'] })
    const person = await addPerson('reader')
    await setRole(world, person.membershipId, clerk)
    const { api } = await world.signIn(person)
    const params = { id: invited.membershipId }
    expect(await refusalOf(api.users.resendInvitation({ params }))).toBe('role.not_givable')
    expect((await api.users.read({ params })).actions).toEqual(['withdraw-invitation'])
    expect(await audit.last()).toMatchObject({
      action: 'user.invitation-resent',
      outcome: 'denied',
      objectId: invited.membershipId,
    })
    expect(await inbox.all(invited.membershipId)).toHaveLength(1)
  })

  it('is for invitations that were not accepted', async ({ holder, addPerson }) => {
    const member = await addPerson('reader')
    const params = { id: member.membershipId }
    expect(await refusalOf(holder.api.users.resendInvitation({ params }))).toBe('invitation.not_open')
  })

  it('and accepting at the same moment: one of them happens, whichever comes first', async ({
    world,
    tenant,
    holder,
  }) => {
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
