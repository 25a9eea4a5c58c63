import { ProblemError } from '@keyholder/contracts/client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { minutes } from '../platform/clock.fake.ts'
import type { Caller } from '../testing/caller.ts'
import { codeAt } from '../testing/phone.ts'
import { signInAnywhere, withPassword } from '../testing/second-step.ts'
import { createWorld, type Person, type Tenant, type World } from '../testing/world.ts'

let world: World
let tenant: Tenant
beforeAll(async () => {
  world = await createWorld()
  tenant = await world.addTenant('De Linde')
})
afterAll(() => world.close())

/** Somebody whose last code was of long ago, half way. */
async function pendingSignIn(): Promise<{ person: Person; caller: Caller }> {
  const { person } = await signInAnywhere(world, await world.addPerson(tenant, 'reader'))
  world.clock.advance(minutes(30))
  return { person, caller: (await withPassword(world, person)).caller }
}

const codeNow = ({ secret }: Person, steps: number) => codeAt(secret ?? '', world.clock.now(), { steps })

/** What the person is told of a wrong code. */
async function told(show: Promise<unknown>) {
  try {
    await show
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    const { code, reason, told } = error.problem
    return [code, reason ?? null, told?.offSeconds ?? null]
  }
  return ['not refused']
}

const show = async ({ api }: Caller, person: Person, steps: number) =>
  told(api.signIn.authenticator({ body: { code: await codeNow(person, steps) } }))

describe('the clock of a phone', () => {
  it.each([
    [-2, -60],
    [-4, -120],
    [-20, -600],
  ])('that is %i steps behind is told at once: its code is over', async (steps, offSeconds) => {
    const { person, caller } = await pendingSignIn()
    expect(await show(caller, person, steps)).toEqual(['code.wrong', 'clock', offSeconds])
    expect(await caller.api.signIn.why()).toMatchObject({ reason: 'clock', offSeconds })
  })

  it.each([-21, 21, 500])('that is %i steps off is not told from a guess', async (steps) => {
    const { person, caller } = await pendingSignIn()
    expect(await show(caller, person, steps)).toEqual(['code.wrong', null, null])
    expect(await caller.api.signIn.why()).toMatchObject({ reason: 'wrong-codes', offSeconds: null })
  })

  it('that is ahead is told when a second code agrees: one alone is a code of the future, worth waiting for', async () => {
    const { person, caller } = await pendingSignIn()
    expect(await show(caller, person, 4)).toEqual(['code.wrong', null, null])
    // The same code again is no second one.
    expect(await show(caller, person, 4)).toEqual(['code.wrong', null, null])
    expect((await caller.api.signIn.why()).reason).toBe('wrong-codes')
    world.clock.advance(minutes(1))
    expect(await show(caller, person, 4)).toEqual(['code.wrong', 'clock', 120])
    expect(await caller.api.signIn.why()).toMatchObject({ reason: 'clock', offSeconds: 120 })
  })

  it('does not excuse: each of these codes counts as a wrong one (REC-05)', async () => {
    const { person, caller } = await pendingSignIn()
    for (let i = 0; i < 5; i++) await show(caller, person, -4)
    const counter = await world.asOwner((tx) => tx.secondFactorCounter.findFirst({ where: { userId: person.userId } }))
    expect(counter).toMatchObject({ inWindow: 5, consecutive: 5 })
    expect(await show(caller, person, -4)).toEqual(['code.too_many', 'attempt', null])
  })

  it('is not spoken of when the code was used before: that is as wrong as any other (REC-01)', async () => {
    const { person, caller } = await pendingSignIn()
    const code = await codeNow(person, 0)
    await caller.api.signIn.authenticator({ body: { code } })
    world.clock.advance(minutes(3))
    const { caller: again } = await withPassword(world, person)
    expect(await told(again.api.signIn.authenticator({ body: { code } }))).toEqual(['code.wrong', null, null])
    expect(await show(again, person, -7)).toEqual(['code.wrong', null, null])
  })

  it('is of the phone, and of no other sign-in', async () => {
    const { person, caller } = await pendingSignIn()
    await show(caller, person, -4)
    const { caller: other } = await withPassword(world, person)
    expect((await other.api.signIn.why()).reason).toBe('none')
  })

  it('behind is told in a session too, ahead is not', async () => {
    const caller = await signInAnywhere(world, await world.addPerson(tenant, 'reader'))
    world.clock.advance(minutes(15))
    const stepUp = async (steps: number) =>
      told(caller.api.session.stepUp({ body: { code: await codeNow(caller.person, steps) } }))
    expect(await stepUp(-4)).toEqual(['code.wrong', 'clock', -120])
    expect(await stepUp(4)).toEqual(['code.wrong', null, null])
    expect(await stepUp(5)).toEqual(['code.wrong', null, null])
  })
})
