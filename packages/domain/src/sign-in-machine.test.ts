import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AUTH_METHODS, ENROLLABLE_FACTORS, FACTOR_KINDS } from './sign-in.ts'
import { type Event, happen, newAccount } from './testing/sign-in-model.ts'
import { type Entry, whatIsWrong } from './testing/sign-in-truth.ts'

const SEQUENCES = 500
const EVENTS_EACH = 200
/** For asking whether the walk comes everywhere: by chance it would be no answer. */
const SEED = 20_261_122

const tab = fc.nat({ max: 2 })
const right = fc.constantFrom(true, true, true, false)
const kind = fc.constantFrom(...ENROLLABLE_FACTORS)

const kinds = fc
  .subarray([...FACTOR_KINDS], { minLength: 1 })
  .filter((all) => ENROLLABLE_FACTORS.some((linked) => all.includes(linked)))

const seconds = fc.constantFrom(30, 300, 660, 86_400, 4 * 86_400, 8 * 86_400)
const is = <const Do extends string>(what: Do) => fc.constant(what)
const often = (weight: number, arbitrary: fc.Arbitrary<Event>) => ({ weight, arbitrary })

const event = fc.oneof(
  often(120, fc.record({ do: is('go-on'), tab, choice: fc.nat({ max: 14 }) })),
  often(16, fc.record({ do: is('password'), tab, right })),
  often(8, fc.record({ do: is('passkey-alone'), tab, right, verified: fc.boolean() })),
  often(16, fc.record({ do: is('show'), tab, method: fc.constantFrom(...AUTH_METHODS), right })),
  often(4, fc.record({ do: is('relink'), tab, right })),
  often(8, fc.record({ do: is('link'), tab, kind, right })),
  often(4, fc.record({ do: is('keep'), tab })),
  often(4, fc.record({ do: is('unlink') })),
  often(1, fc.record({ do: is('switch-off') })),
  often(4, fc.record({ do: fc.constantFrom('reset-by-mail', 'renew-code', 'leave-code') })),
  often(4, fc.record({ do: is('remove'), kind })),
  often(
    12,
    fc.record({
      do: is('policy'),
      allowed: kinds,
      passkeyAlone: fc.boolean(),
      graceDays: fc.constantFrom(0, 0, 3, 30),
    }),
  ),
  often(4, fc.record({ do: is('package'), kind: fc.constantFrom('entry', 'institution') })),
  often(12, fc.record({ do: is('wait'), seconds })),
)

const sequence = fc.array(event, { minLength: EVENTS_EACH, maxLength: EVENTS_EACH })

/** Every session that a sequence of events opens. */
function entriesOf(events: readonly Event[]): Entry[] {
  const account = newAccount()
  return events.flatMap((one) => happen(account, one) ?? [])
}

describe('over random sequences of 100,000 events', () => {
  it('no path reaches a session without a password (or a passkey that was enough alone) and a second step that was allowed then', () => {
    fc.assert(
      fc.property(sequence, (events) => {
        expect(entriesOf(events).flatMap(whatIsWrong)).toEqual([])
      }),
      { numRuns: SEQUENCES },
    )
    expect(SEQUENCES * EVENTS_EACH).toBeGreaterThanOrEqual(100_000)
  }, 60_000)

  it('every road into a session is taken: the walk is not held back before it', () => {
    const roads = new Set<string>()
    for (const events of fc.sample(sequence, { numRuns: SEQUENCES, seed: SEED })) {
      for (const entry of entriesOf(events)) roads.add(roadOf(entry))
    }
    expect([...roads].toSorted()).toEqual(ROADS.toSorted())
  }, 60_000)
})

/** Which way somebody came in, in short. */
function roadOf({ method, story }: Entry): string {
  const { shown, linked, relinkCode, passkeyAlone } = story
  const first = passkeyAlone ? 'passkey alone' : 'password'
  if (!linked) return `${first}, shown ${method}`
  if (relinkCode) return `${first}, re-link code, linked ${method}`
  return shown ? `${first}, shown what is not allowed, linked ${method}` : `${first}, linked ${method}`
}

const ROADS = [
  ...AUTH_METHODS.map((method) => `password, shown ${method}`),
  ...ENROLLABLE_FACTORS.map((linked) => `password, linked ${linked}`),
  ...ENROLLABLE_FACTORS.map((linked) => `password, re-link code, linked ${linked}`),
  ...ENROLLABLE_FACTORS.map((linked) => `password, shown what is not allowed, linked ${linked}`),
  'passkey alone, shown passkey',
]
