import type { AttackSetup } from './attack-setup.ts'
import { fire } from './fire.ts'

const TRIES_PER_EMAIL = 5

export type Timing = {
  tries: number
  knownMedian: number
  unknownMedian: number
  /** How often a known address took longer than an unknown one: 0.5 says that time tells nothing. */
  auc: number
  /** The answers that each group got, without the id of the request. */
  answers: { known: string[]; unknown: string[] }
}

/** Wrong passwords for addresses with and without an account, in turns, one at a time (AUT-01). */
export async function timeEmails(setup: AttackSetup, { tries }: { tries: number }): Promise<Timing> {
  const count = Math.ceil(tries / TRIES_PER_EMAIL)
  const known: string[] = []
  for (let at = 0; at < count; at++) {
    const { email } = await setup.addVictim(`known${at}-${setup.platform.random.uuid()}@example.nl`)
    known.push(email)
  }
  const unknown = known.map((email) => email.replace('known', 'nobody'))
  const took = { known: [] as number[], unknown: [] as number[] }
  const answers = { known: new Set<string>(), unknown: new Set<string>() }
  for (let at = 0; at < tries; at++) {
    // Which one comes first changes from turn to turn.
    const turn = at % 2 === 0 ? (['known', 'unknown'] as const) : (['unknown', 'known'] as const)
    for (const group of turn) {
      const email = (group === 'known' ? known : unknown)[at % count]
      const { status, body, milliseconds } = await fire(
        setup,
        { path: '/sign-in/password', body: { email, password: 'niet het wachtwoord' } },
        at,
      )
      took[group].push(milliseconds)
      answers[group].add(`${status} ${body.replace(/"requestId":"[^"]*"/, '')}`)
    }
  }
  return {
    tries,
    knownMedian: median(took.known),
    unknownMedian: median(took.unknown),
    auc: areaUnderCurve(took.known, took.unknown),
    answers: { known: [...answers.known], unknown: [...answers.unknown] },
  }
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

/** The chance that one of the first is larger than one of the second (Mann and Whitney's U, divided by all pairs). */
function areaUnderCurve(first: readonly number[], second: readonly number[]): number {
  let above = 0
  for (const a of first) for (const b of second) above += a > b ? 1 : a === b ? 0.5 : 0
  return above / (first.length * second.length)
}
