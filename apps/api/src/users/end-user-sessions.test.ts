import { describe, expect } from 'vitest'
import { it } from '../testing/it.ts'
import { makeMachine } from '../testing/machine.ts'
import { refusalOf } from '../testing/refusal.ts'
import type { SignedIn } from '../testing/world.ts'

describe('ending sessions', () => {
  const end = ({ api }: SignedIn, id: string) => api.users.endSessions({ params: { id } })

  it('ends all that a user has open here at the next request, and is written (SES-09)', async ({
    world,
    holder,
    addPerson,
    audit,
  }) => {
    const person = await addPerson('editor')
    const callers = [await world.signIn(person), await world.signIn(person)]
    await end(holder, person.membershipId)
    for (const { api } of callers) expect(await refusalOf(api.session.current())).toBe('session.missing')
    expect(await audit.last()).toMatchObject({
      action: 'user.sessions-ended',
      objectId: person.membershipId,
      after: { endedSessions: '2' },
    })
    expect(await refusalOf(world.signIn(person))).toBe('not refused')
  })

  it('ends none elsewhere', async ({ world, tenant, holder, addExternalMember }) => {
    const { caller, membershipId } = await addExternalMember()
    const here = await world.signIn(caller.person)
    await here.api.session.switchTenant({ body: { tenantId: tenant.tenantId } })
    await end(holder, membershipId)
    expect(await refusalOf(here.api.session.current())).toBe('session.missing')
    expect(await refusalOf(caller.api.session.current())).toBe('not refused')
  })

  it('of a user of another organisation is not found, and ends nothing (SES-09)', async ({ world, holder }) => {
    const other = await world.addTenant('De Iep')
    const stranger = await world.signIn(other.holder)
    expect(await refusalOf(end(holder, other.holder.membershipId))).toBe('user.not_found')
    expect(await refusalOf(stranger.api.session.current())).toBe('not refused')
  })

  it('is refused for oneself, for an equal and for the package holder, and for what has no sessions', async ({
    world,
    tenant,
    holder,
    addPerson,
    invite,
  }) => {
    const [one, two] = [await addPerson('administrator'), await addPerson('administrator')]
    const [caller, equal] = [await world.signIn(one), await world.signIn(two)]
    expect(await refusalOf(end(caller, one.membershipId))).toBe('user.self')
    expect(await refusalOf(end(caller, two.membershipId))).toBe('user.outranks_you')
    expect(await refusalOf(end(caller, tenant.holder.membershipId))).toBe('user.outranks_you')
    expect(await refusalOf(end(caller, (await makeMachine(world, holder)).id))).toBe('user.wrong_status')
    expect(await refusalOf(end(caller, (await invite()).membershipId))).toBe('user.wrong_status')
    expect(await refusalOf(equal.api.session.current())).toBe('not refused')
  })
})
