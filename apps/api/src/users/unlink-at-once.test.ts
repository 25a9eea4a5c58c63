import { describe, expect } from 'vitest'
import type { Caller } from '../testing/caller.ts'
import { type Given, it } from '../testing/it.ts'
import { refusalOf } from '../testing/refusal.ts'
import { secondStepRowsOf, UNLINKED } from '../testing/second-step.ts'
import type { Person, SignedIn } from '../testing/world.ts'

describe('at the same moment', () => {
  it('unlinking and linking leave one whole set, whichever comes first (RAC-08)', async ({ world, tenant, holder }) => {
    for (let round = 0; round < 8; round++) {
      const { person } = await signedInPerson({ world, tenant })
      await world.stepUp(holder)
      const { relinkCode } = await unlink(holder, person.membershipId)
      const { caller } = await world.withPassword(person)
      await relink(caller, relinkCode)
      person.secret = (await caller.api.signIn.startEnrollment()).secret
      const code = await world.nextCode(person)
      const linking = () => refusalOf(caller.api.signIn.confirmEnrollment({ body: { code } }))
      const unlinking = () => refusalOf(unlink(holder, person.membershipId))
      const [linked, unlinked] = await Promise.all(
        round % 2 === 0 ? [linking(), unlinking()] : [unlinking(), linking()].reverse(),
      )
      expect(['not refused', 'enrollment.expired', 'attempt.missing']).toContain(linked)
      expect(unlinked).toBe('not refused')
      // Unlinking is whole in either order: it came last, or what was being linked never was.
      expect(await secondStepRowsOf(world, person)).toEqual(UNLINKED)
    }
  })

  it('unlinking and signing in leave no session (RAC-08)', async ({ world, tenant, holder }) => {
    for (let round = 0; round < 8; round++) {
      const { person } = await signedInPerson({ world, tenant })
      const { caller } = await world.withPassword(person)
      await world.stepUp(holder)
      const code = await world.nextCode(person)
      const [, unlinked] = await Promise.all([
        refusalOf(caller.api.signIn.authenticator({ body: { code } })),
        refusalOf(unlink(holder, person.membershipId)),
      ])
      expect(unlinked).toBe('not refused')
      expect(await refusalOf(caller.api.session.current())).toBe('session.missing')
      expect(await secondStepRowsOf(world, person)).toEqual(UNLINKED)
    }
  })

  it('two unlinkings leave one code that works, and unlinking with deactivating both happen', async ({
    world,
    tenant,
    holder,
  }) => {
    const { person } = await signedInPerson({ world, tenant })
    const codes = await Promise.all(Array.from({ length: 4 }, () => unlink(holder, person.membershipId)))
    const { caller } = await world.withPassword(person)
    const outcomes = []
    for (const { relinkCode } of codes) outcomes.push(await refusalOf(relink(caller, relinkCode)))
    expect(outcomes.filter((outcome) => outcome === 'not refused')).toHaveLength(1)
    const other = await signedInPerson({ world, tenant })
    const id = other.person.membershipId
    const both = await Promise.all([
      refusalOf(unlink(holder, id)),
      refusalOf(holder.api.users.deactivate({ params: { id } })),
    ])
    expect(both).toEqual(['not refused', 'not refused'])
    expect(await secondStepRowsOf(world, other.person)).toEqual(UNLINKED)
  })
})

const unlink = (
  { api }: Pick<Caller, 'api'>,
  id: string,
  reason: 'new-phone' | 'lost-or-stolen' | 'leaver' = 'new-phone',
) => api.users.unlinkAuthenticator({ params: { id }, body: { reason } })

async function signedInPerson({
  world,
  tenant,
}: Given<'world' | 'tenant'>): Promise<{ person: Person; caller: SignedIn }> {
  const person = await world.addPerson(tenant, 'editor')
  return { person, caller: await world.signIn(person) }
}

const relink = ({ api }: Caller, code: string) => api.signIn.relink({ body: { code } })
