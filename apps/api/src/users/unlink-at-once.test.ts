import { describe, expect } from 'vitest'
import { it } from '../testing/it.ts'
import { refusalOf } from '../testing/refusal.ts'
import { secondStepRowsOf, UNLINKED } from '../testing/second-step.ts'
import { relink, unlink } from '../testing/unlinking.ts'

describe('at the same moment', () => {
  it('unlinking and linking leave one whole set, whichever comes first (RAC-08)', async ({ world, holder, as }) => {
    for (let round = 0; round < 8; round++) {
      const { person } = await as('editor')
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

  it('unlinking and signing in leave no session (RAC-08)', async ({ world, holder, as }) => {
    for (let round = 0; round < 8; round++) {
      const { person } = await as('editor')
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
    holder,
    as,
  }) => {
    const { person } = await as('editor')
    const codes = await Promise.all(Array.from({ length: 4 }, () => unlink(holder, person.membershipId)))
    const { caller } = await world.withPassword(person)
    const outcomes = []
    for (const { relinkCode } of codes) outcomes.push(await refusalOf(relink(caller, relinkCode)))
    expect(outcomes.filter((outcome) => outcome === 'not refused')).toHaveLength(1)
    const other = await as('editor')
    const id = other.person.membershipId
    const both = await Promise.all([
      refusalOf(unlink(holder, id)),
      refusalOf(holder.api.users.deactivate({ params: { id } })),
    ])
    expect(both).toEqual(['not refused', 'not refused'])
    expect(await secondStepRowsOf(world, other.person)).toEqual(UNLINKED)
  })
})
