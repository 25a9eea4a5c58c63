import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { addExternalMember } from '../testing/external-members.ts'
import { invite } from '../testing/invited.ts'
import { makeMachine } from '../testing/machine.ts'
import { refusalOf } from '../testing/refusal.ts'
import { signInAnywhere } from '../testing/second-step.ts'
import { eventsOf } from '../testing/stored-rows.ts'
import { createWorld, type Person, type SignedIn, type Tenant, type World } from '../testing/world.ts'

let world: World
let tenant: Tenant
let holder: SignedIn
beforeAll(async () => {
  world = await createWorld()
  tenant = await world.addTenant('De Linde', { seats: 200 })
  holder = await signIn(tenant.holder)
})
beforeEach(async () => {
  await holder.api.session.stepUp({ body: { code: await world.nextCode(tenant.holder) } })
})
afterAll(() => world.close())

const signIn = (person: Person) => signInAnywhere(world, person)
const lastEvent = async () => (await eventsOf(world, tenant.tenantId)).at(-1)

describe('ending sessions', () => {
  const end = ({ api }: SignedIn, id: string) => api.users.endSessions({ params: { id } })

  it('ends all that a user has open here at the next request, and is written (SES-09)', async () => {
    const person = await world.addPerson(tenant, 'editor')
    const callers = [await signIn(person), await signIn(person)]
    await end(holder, person.membershipId)
    for (const { api } of callers) expect(await refusalOf(api.session.current())).toBe('session.missing')
    expect(await lastEvent()).toMatchObject({
      action: 'user.sessions-ended',
      objectId: person.membershipId,
      after: { endedSessions: '2' },
    })
    expect(await refusalOf(signIn(person))).toBe('not refused')
  })

  it('ends none elsewhere', async () => {
    const { caller, membershipId } = await addExternalMember(world, { tenant, holder })
    const here = await signIn(caller.person)
    await here.api.session.switchTenant({ body: { tenantId: tenant.tenantId } })
    await end(holder, membershipId)
    expect(await refusalOf(here.api.session.current())).toBe('session.missing')
    expect(await refusalOf(caller.api.session.current())).toBe('not refused')
  })

  it('of a user of another organisation is not found, and ends nothing (SES-09)', async () => {
    const other = await world.addTenant('De Iep')
    const stranger = await signIn(other.holder)
    expect(await refusalOf(end(holder, other.holder.membershipId))).toBe('user.not_found')
    expect(await refusalOf(stranger.api.session.current())).toBe('not refused')
  })

  it('is refused for oneself, for an equal and for the package holder, and for what has no sessions', async () => {
    const [one, two] = [await world.addPerson(tenant, 'administrator'), await world.addPerson(tenant, 'administrator')]
    const [caller, equal] = [await signIn(one), await signIn(two)]
    expect(await refusalOf(end(caller, one.membershipId))).toBe('user.self')
    expect(await refusalOf(end(caller, two.membershipId))).toBe('user.outranks_you')
    expect(await refusalOf(end(caller, tenant.holder.membershipId))).toBe('user.outranks_you')
    expect(await refusalOf(end(caller, (await makeMachine(world, holder)).id))).toBe('user.wrong_status')
    expect(await refusalOf(end(caller, (await invite(world, holder, tenant)).membershipId))).toBe('user.wrong_status')
    expect(await refusalOf(equal.api.session.current())).toBe('not refused')
  })
})
