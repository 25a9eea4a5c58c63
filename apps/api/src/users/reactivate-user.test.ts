import { describe, expect } from 'vitest'
import { setRole } from '../testing/add-role.ts'
import { invite } from '../testing/invited.ts'
import { it } from '../testing/it.ts'
import { queueAt } from '../testing/queue-at.ts'
import { refusalOf } from '../testing/refusal.ts'
import type { SignedIn } from '../testing/world.ts'

describe('reactivating', () => {
  it('lets the person in again with what they had, and is written and mailed', async ({
    world,
    holder,
    addPerson,
    inbox,
    audit,
  }) => {
    const person = await addPerson('editor')
    const before = await world.signIn(person)
    await deactivate(holder, person.membershipId)
    expect((await reactivate(holder, person.membershipId)).status).toBe('active')
    expect(await refusalOf(before.api.session.current())).toBe('session.missing')
    expect((await (await world.signIn(person)).api.session.current()).role.builtIn).toBe('editor')
    const event = (await audit.events()).find(({ action }) => action === 'user.reactivated')
    expect(event).toMatchObject({ before: { status: 'deactivated' }, after: { status: 'active' } })
    const templates = (await inbox.all(person.membershipId)).map(({ template }) => template)
    expect(templates.filter((template) => template !== 'new-device').at(-1)).toBe('reactivated')
  })

  it('twice at once happens once', async ({ world, holder, addPerson, inbox }) => {
    const person = await addPerson('reader')
    await deactivate(holder, person.membershipId)
    const again = () => refusalOf(reactivate(holder, person.membershipId))
    expect(await queueAt(world, person.membershipId, [again, again])).toEqual(['not refused', 'user.wrong_status'])
    expect((await inbox.all(person.membershipId)).map(({ template }) => template)).toEqual([
      'deactivated',
      'reactivated',
    ])
  })

  it('takes a seat, of which there are no more than there are, also for two at once', async ({ world }) => {
    const full = await world.addTenant('De Volle', { seats: 2 })
    const caller = await world.signIn(full.holder)
    const first = await world.addPerson(full, 'reader')
    await deactivate(caller, first.membershipId)
    const second = await world.addPerson(full, 'reader')
    await deactivate(caller, second.membershipId)
    const outcomes = await Promise.all(
      [first, second].map(({ membershipId }) => refusalOf(reactivate(caller, membershipId))),
    )
    expect(outcomes.toSorted()).toEqual(['not refused', 'package.seats_full'])
    expect(await refusalOf(invite(world, caller, full))).toBe('package.seats_full')
  })

  it('is refused to a caller who may not give the role or the scopes (AZV-03)', async ({
    world,
    holder,
    machine,
    addPerson,
    addRole,
    audit,
  }) => {
    const [person, auditor] = [await addPerson('reader'), await addPerson('reader')]
    await setRole(
      world,
      auditor.membershipId,
      await addRole({ name: 'Auditor', rank: 30, permissions: ['audit:read'] }),
    )
    for (const id of [person.membershipId, auditor.membershipId, machine.id]) await deactivate(holder, id)
    const clerk = await addPerson('reader')
    const permissions = ['users:edit', 'content:read', 'package:read'] as const
    await setRole(world, clerk.membershipId, await addRole({ name: 'Balie', rank: 60, permissions }))
    const caller = await world.signIn(clerk)
    expect(await refusalOf(reactivate(caller, auditor.membershipId))).toBe('role.not_givable')
    expect(await refusalOf(reactivate(caller, machine.id))).toBe('role.not_givable')
    expect(await audit.last()).toMatchObject({
      action: 'user.reactivated',
      outcome: 'denied',
      reason: 'role.not_givable',
    })
    expect(await refusalOf(reactivate(caller, person.membershipId))).toBe('not refused')
  })

  it('is for deactivated members of lower rank', async ({ world, holder, addPerson }) => {
    const [one, two] = [await addPerson('administrator'), await addPerson('administrator')]
    const caller = await world.signIn(one)
    await deactivate(holder, two.membershipId)
    expect(await refusalOf(reactivate(caller, two.membershipId))).toBe('user.outranks_you')
    expect(await refusalOf(reactivate(caller, one.membershipId))).toBe('user.self')
    const person = await addPerson('reader')
    expect(await refusalOf(reactivate(caller, person.membershipId))).toBe('user.wrong_status')
  })
})

const deactivate = ({ api }: SignedIn, id: string) => api.users.deactivate({ params: { id } })
const reactivate = ({ api }: SignedIn, id: string) => api.users.reactivate({ params: { id } })
