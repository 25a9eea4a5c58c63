import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { addRole, setRole } from '../testing/add-role.ts'
import { invite } from '../testing/invited.ts'
import { makeMachine } from '../testing/machine.ts'
import { queueAt } from '../testing/queue-at.ts'
import { refusalOf } from '../testing/refusal.ts'
import { signInAnywhere } from '../testing/second-step.ts'
import { eventsOf, mailsTo } from '../testing/stored-rows.ts'
import { createWorld, type Person, type SignedIn, type Tenant, type World } from '../testing/world.ts'

let world: World
let tenant: Tenant
let holder: SignedIn
beforeAll(async () => {
  world = await createWorld()
  tenant = await world.addTenant('De Linde', { seats: 200 })
  holder = await signIn(tenant.holder)
})
// The clock moves with every code; what is done here needs a fresh one.
beforeEach(async () => {
  await holder.api.session.stepUp({ body: { code: await world.nextCode(tenant.holder) } })
})
afterAll(() => world.close())

const deactivate = ({ api }: SignedIn, id: string) => api.users.deactivate({ params: { id } })
const reactivate = ({ api }: SignedIn, id: string) => api.users.reactivate({ params: { id } })
const signIn = (person: Person) => signInAnywhere(world, person)
const lastEvent = async () => (await eventsOf(world, tenant.tenantId)).at(-1)

describe('reactivating', () => {
  it('lets the person in again with what they had, and is written and mailed', async () => {
    const person = await world.addPerson(tenant, 'editor')
    const before = await signIn(person)
    await deactivate(holder, person.membershipId)
    expect((await reactivate(holder, person.membershipId)).status).toBe('active')
    expect(await refusalOf(before.api.session.current())).toBe('session.missing')
    expect((await (await signIn(person)).api.session.current()).role.builtIn).toBe('editor')
    const event = (await eventsOf(world, tenant.tenantId)).find(({ action }) => action === 'user.reactivated')
    expect(event).toMatchObject({ before: { status: 'deactivated' }, after: { status: 'active' } })
    const templates = (await mailsTo(world, person.membershipId)).map(({ template }) => template)
    expect(templates.filter((template) => template !== 'new-device').at(-1)).toBe('reactivated')
  })

  it('twice at once happens once', async () => {
    const person = await world.addPerson(tenant, 'reader')
    await deactivate(holder, person.membershipId)
    const again = () => refusalOf(reactivate(holder, person.membershipId))
    expect(await queueAt(world, person.membershipId, [again, again])).toEqual(['not refused', 'user.wrong_status'])
    expect((await mailsTo(world, person.membershipId)).map(({ template }) => template)).toEqual([
      'deactivated',
      'reactivated',
    ])
  })

  it('takes a seat, of which there are no more than there are, also for two at once', async () => {
    const full = await world.addTenant('De Volle', { seats: 2 })
    const caller = await signIn(full.holder)
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

  it('is refused to whoever may not give the role or the scopes (AZV-03)', async () => {
    const [person, auditor] = [await world.addPerson(tenant, 'reader'), await world.addPerson(tenant, 'reader')]
    const machine = await makeMachine(world, holder)
    await setRole(
      world,
      auditor.membershipId,
      await addRole(world, tenant, { name: 'Auditor', rank: 30, permissions: ['audit:read'] }),
    )
    for (const id of [person.membershipId, auditor.membershipId, machine.id]) await deactivate(holder, id)
    const clerk = await world.addPerson(tenant, 'reader')
    const permissions = ['users:edit', 'content:read', 'package:read'] as const
    await setRole(world, clerk.membershipId, await addRole(world, tenant, { name: 'Balie', rank: 60, permissions }))
    const caller = await signIn(clerk)
    expect(await refusalOf(reactivate(caller, auditor.membershipId))).toBe('role.not_givable')
    expect(await refusalOf(reactivate(caller, machine.id))).toBe('role.not_givable')
    expect(await lastEvent()).toMatchObject({
      action: 'user.reactivated',
      outcome: 'denied',
      reason: 'role.not_givable',
    })
    expect(await refusalOf(reactivate(caller, person.membershipId))).toBe('not refused')
  })

  it('is for somebody of lower rank who is deactivated', async () => {
    const [one, two] = [await world.addPerson(tenant, 'administrator'), await world.addPerson(tenant, 'administrator')]
    const caller = await signIn(one)
    await deactivate(holder, two.membershipId)
    expect(await refusalOf(reactivate(caller, two.membershipId))).toBe('user.outranks_you')
    expect(await refusalOf(reactivate(caller, one.membershipId))).toBe('user.self')
    const person = await world.addPerson(tenant, 'reader')
    expect(await refusalOf(reactivate(caller, person.membershipId))).toBe('user.wrong_status')
  })
})
