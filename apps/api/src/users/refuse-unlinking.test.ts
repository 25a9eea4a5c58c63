import { describe, expect } from 'vitest'
import { minutes } from '../platform/clock.fake.ts'
import { setRole } from '../testing/add-role.ts'
import { it } from '../testing/it.ts'
import { refusalOf } from '../testing/refusal.ts'
import { secondStepRowsOf } from '../testing/second-step.ts'
import { unlink } from '../testing/unlinking.ts'
import type { SignedIn } from '../testing/world.ts'

describe('unlinking is refused', () => {
  it('for oneself, the package holder and an equal, and that it was tried is written (REC-20)', async ({
    world,
    tenant,
    holder,
    addPerson,
    audit,
  }) => {
    const [one, two] = [await addPerson('administrator'), await addPerson('administrator')]
    const [caller, equal] = [await world.signIn(one), await world.signIn(two)]
    expect(await refusalOf(unlink(caller, one.membershipId))).toBe('user.self')
    expect(await refusalOf(unlink(caller, tenant.holder.membershipId))).toBe('user.is_holder')
    expect(await refusalOf(unlink(caller, two.membershipId))).toBe('user.outranks_you')
    expect(await audit.last()).toMatchObject({
      action: 'authenticator.unlinked',
      outcome: 'denied',
      reason: 'user.outranks_you',
      actorId: one.membershipId,
      objectId: two.membershipId,
    })
    expect(await refusalOf(unlink(holder, tenant.holder.membershipId))).toBe('user.self')
    expect(await refusalOf(equal.api.session.current())).toBe('not refused')
    expect(await secondStepRowsOf(world, two)).toMatchObject({ factors: 1, sessions: 1 })
    expect(await refusalOf(unlink(holder, two.membershipId))).toBe('not refused')
  })

  it('for a guest, whose home alone may help', async ({ world, holder, addExternalMember, audit }) => {
    const { home, caller, membershipId } = await addExternalMember()
    const guest = caller.person
    const detail = await read(holder, membershipId)
    expect(detail).toMatchObject({ isHome: false, secondStep: 'linked', factors: [], relinkCodeExpiresAt: null })
    expect(detail.actions).not.toContain('unlink')
    expect(await refusalOf(unlink(holder, membershipId))).toBe('user.other_home')
    expect(await audit.last()).toMatchObject({
      action: 'authenticator.unlinked',
      outcome: 'denied',
      reason: 'user.other_home',
    })
    expect(await secondStepRowsOf(world, guest)).toMatchObject({ factors: 1, sessions: 1 })
    const there = await world.signIn(home.holder)
    expect(await refusalOf(unlink(there, guest.membershipId))).toBe('not refused')
    expect((await read(holder, membershipId)).secondStep).toBe('unlinked')
  })

  it('where there is none: an invitation, an API user, a member who never linked one', async ({
    world,
    holder,
    machine,
    addPerson,
    invite,
  }) => {
    const person = await addPerson('reader')
    const invited = await invite()
    expect(await refusalOf(unlink(holder, person.membershipId))).toBe('authenticator.none')
    expect(await refusalOf(unlink(holder, machine.id))).toBe('authenticator.none')
    expect(await refusalOf(unlink(holder, invited.membershipId))).toBe('user.wrong_status')
    const half = await world.withPassword(person)
    await half.caller.api.signIn.startEnrollment()
    expect(await refusalOf(unlink(holder, person.membershipId))).toBe('authenticator.none')
    // Refused is undone: who is linking goes on.
    expect(await secondStepRowsOf(world, person)).toMatchObject({ pending: 1, attempts: 1 })
  })

  it('for a user of another organisation, who does not exist, and keeps theirs (AZH-03)', async ({ world, holder }) => {
    const other = await world.addTenant('De Wilg')
    const person = await world.addPerson(other, 'reader')
    const caller = await world.signIn(person)
    for (const id of [person.membershipId, other.holder.membershipId, '00000000-0000-7000-8000-0000000000aa']) {
      expect(await refusalOf(unlink(holder, id))).toBe('user.not_found')
    }
    expect(await refusalOf(caller.api.session.current())).toBe('not refused')
  })

  it('without the permission, without a fresh second factor, and without a reason (SES-12)', async ({
    world,
    clock,
    tenant,
    holder,
    as,
    addPerson,
    addRole,
  }) => {
    const caller = await as('editor')
    const { person } = caller
    expect(await refusalOf(unlink(caller, tenant.holder.membershipId))).toBe('session.forbidden')
    const manager = await addPerson('reader')
    const permissions = ['users:read', 'users:edit'] as const
    await setRole(world, manager.membershipId, await addRole({ name: 'Zonder ontkoppelen', rank: 90, permissions }))
    expect(await refusalOf(unlink(await world.signIn(manager), person.membershipId))).toBe('session.forbidden')
    const url = `/api/v1/users/${person.membershipId}/unlink-authenticator`
    for (const body of [{}, { reason: 'because' }, { reason: 'leaver', code: '123456' }]) {
      expect((await holder.send('POST', url, { body })).status).toBe(400)
    }
    clock.advance(minutes(11))
    expect(await refusalOf(unlink(holder, person.membershipId))).toBe('session.not_fresh')
    expect(await secondStepRowsOf(world, person)).toMatchObject({ factors: 1, relinkCodes: 0 })
  })
})

const read = (holder: SignedIn, id: string) => holder.api.users.read({ params: { id } })
