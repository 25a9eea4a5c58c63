import { ProblemError } from '@keyholder/contracts/client'
import { describe, expect } from 'vitest'
import { minutes } from '../platform/clock.fake.ts'
import type { Caller } from '../testing/caller.ts'
import { type Given, it } from '../testing/it.ts'
import { codeAt } from '../testing/phone.ts'
import type { Person, World } from '../testing/world.ts'

describe('the clock of a phone', () => {
  it.for([
    [-2, -60],
    [-4, -120],
    [-20, -600],
  ] as const)(
    'that is %i steps behind is reported at once: its code has expired',
    async ([steps, offSeconds], { world, tenant }) => {
      const { person, caller } = await pendingSignIn({ world, tenant })
      expect(await show(world, caller, person, steps)).toEqual(['code.wrong', 'clock', offSeconds])
      expect(await caller.api.signIn.why()).toMatchObject({ reason: 'clock', offSeconds })
    },
  )

  it.for([-21, 21, 500])('that is %i steps off is not told from a guess', async (steps, { world, tenant }) => {
    const { person, caller } = await pendingSignIn({ world, tenant })
    expect(await show(world, caller, person, steps)).toEqual(['code.wrong', null, null])
    expect(await caller.api.signIn.why()).toMatchObject({ reason: 'wrong-codes', offSeconds: null })
  })

  it('that is ahead is reported when a second code agrees: one alone is a code of the future, worth waiting for', async ({
    world,
    clock,
    tenant,
  }) => {
    const { person, caller } = await pendingSignIn({ world, tenant })
    expect(await show(world, caller, person, 4)).toEqual(['code.wrong', null, null])
    // The same code again is no second one.
    expect(await show(world, caller, person, 4)).toEqual(['code.wrong', null, null])
    expect((await caller.api.signIn.why()).reason).toBe('wrong-codes')
    clock.advance(minutes(1))
    expect(await show(world, caller, person, 4)).toEqual(['code.wrong', 'clock', 120])
    expect(await caller.api.signIn.why()).toMatchObject({ reason: 'clock', offSeconds: 120 })
  })

  it('does not excuse: each of these codes counts as a wrong one (REC-05)', async ({ world, tenant }) => {
    const { person, caller } = await pendingSignIn({ world, tenant })
    for (let i = 0; i < 5; i++) await show(world, caller, person, -4)
    const counter = await world.asOwner((tx) => tx.secondFactorCounter.findFirst({ where: { userId: person.userId } }))
    expect(counter).toMatchObject({ inWindow: 5, consecutive: 5 })
    expect(await show(world, caller, person, -4)).toEqual(['code.too_many', 'attempt', null])
  })

  it('is not spoken of when the code was used before: that is as wrong as any other (REC-01)', async ({
    world,
    clock,
    tenant,
  }) => {
    const { person, caller } = await pendingSignIn({ world, tenant })
    const code = await codeNow(world, person, 0)
    await caller.api.signIn.authenticator({ body: { code } })
    clock.advance(minutes(3))
    const { caller: again } = await world.withPassword(person)
    expect(await told(again.api.signIn.authenticator({ body: { code } }))).toEqual(['code.wrong', null, null])
    expect(await show(world, again, person, -7)).toEqual(['code.wrong', null, null])
  })

  it('is of the phone, and of no other sign-in', async ({ world, tenant }) => {
    const { person, caller } = await pendingSignIn({ world, tenant })
    await show(world, caller, person, -4)
    const { caller: other } = await world.withPassword(person)
    expect((await other.api.signIn.why()).reason).toBe('none')
  })

  it('behind is reported in a session too, ahead is not', async ({ world, clock, as }) => {
    const caller = await as('reader')
    clock.advance(minutes(15))
    const stepUp = async (steps: number) =>
      told(caller.api.session.stepUp({ body: { code: await codeNow(world, caller.person, steps) } }))
    expect(await stepUp(-4)).toEqual(['code.wrong', 'clock', -120])
    expect(await stepUp(4)).toEqual(['code.wrong', null, null])
    expect(await stepUp(5)).toEqual(['code.wrong', null, null])
  })
})

/** Somebody whose last code was of long ago, half way. */
async function pendingSignIn({
  world,
  tenant,
}: Given<'world' | 'tenant'>): Promise<{ person: Person; caller: Caller }> {
  const { person } = await world.signIn(await world.addPerson(tenant, 'reader'))
  world.clock.advance(minutes(30))
  return { person, caller: (await world.withPassword(person)).caller }
}

const codeNow = (world: World, { secret }: Person, steps: number) => codeAt(secret ?? '', world.clock.now(), { steps })

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

const show = async (world: World, { api }: Caller, person: Person, steps: number) =>
  told(api.signIn.authenticator({ body: { code: await codeNow(world, person, steps) } }))
