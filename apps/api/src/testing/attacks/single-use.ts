import type { AttackSetup, Victim } from './attack-setup.ts'
import { fire, type Hit, type Shot } from './fire.ts'
import { passkeyOf, signedBy } from './passkey-of.ts'
import {
  beginAttempts,
  inviteSomebody,
  keepRecoveryCode,
  linkPhone,
  makeLinkFor,
  openSessionFor,
  sendCodeFor,
  wipe,
} from './prepare.ts'

/** Something that works once: how it is made, and what is sent to use it, as often as asked. */
type Thing = { name: string; aim(setup: AttackSetup, victim: Victim, shots: number): Promise<Shot[]> }

const NEW_PASSWORD = 'vijf paarse kruiwagens in de regen'

/** Everything that may be used once (security.md, "Figures to reach"). */
export const THINGS: readonly Thing[] = [
  {
    name: 'code of an authenticator, over as many sign-ins',
    aim: async (setup, victim, shots) => {
      const code = await (await linkPhone(setup, victim))()
      await keepRecoveryCode(setup, victim)
      const attempts = await beginAttempts(setup, victim, { step: 'factor', count: shots })
      return attempts.map(({ cookies }) => ({ path: '/sign-in/authenticator', body: { code }, cookies }))
    },
  },
  {
    name: 'recovery code, over as many sign-ins',
    aim: async (setup, victim, shots) => {
      await linkPhone(setup, victim)
      const code = await keepRecoveryCode(setup, victim)
      const attempts = await beginAttempts(setup, victim, { step: 'factor', count: shots })
      return attempts.map(({ cookies }) => ({ path: '/sign-in/recovery-code/use', body: { code }, cookies }))
    },
  },
  ...(['sms', 'email'] as const).map((method) => ({
    name: `code by ${method}, in one sign-in`,
    aim: async (setup: AttackSetup, victim: Victim, shots: number) => {
      await linkPhone(setup, victim)
      await keepRecoveryCode(setup, victim)
      const [attempt] = await beginAttempts(setup, victim, { step: 'factor', count: 1 })
      if (!attempt) return []
      const code = await sendCodeFor(setup, victim, { attemptId: attempt.id, method })
      return times(shots, { path: '/sign-in/code/verify', body: { code }, cookies: attempt.cookies })
    },
  })),
  {
    name: 'challenge of a passkey, in one sign-in',
    aim: async (setup, victim, shots) => {
      const passkey = await passkeyOf(setup, victim)
      await keepRecoveryCode(setup, victim)
      const [attempt] = await beginAttempts(setup, victim, { step: 'factor', count: 1 })
      const cookies = attempt?.cookies ?? {}
      const proof = await signedBy(setup, passkey, { path: '/sign-in/passkey/challenge', cookies })
      return times(shots, { path: '/sign-in/passkey', body: { passkey: proof }, cookies })
    },
  },
  {
    name: 'challenge of a passkey alone',
    aim: async (setup, victim, shots) => {
      const passkey = await passkeyOf(setup, victim)
      await keepRecoveryCode(setup, victim)
      const proof = await signedBy(setup, passkey, { path: '/sign-in/passkey-alone/challenge' })
      return times(shots, { path: '/sign-in/passkey-alone', body: { passkey: proof } })
    },
  },
  {
    name: 'link that confirms another e-mail address',
    aim: async (setup, victim, shots) => {
      const email = `new-${setup.platform.random.uuid()}@example.nl`
      const token = await makeLinkFor(setup, { ...victim, email }, 'email-change')
      const cookies = await openSessionFor(setup, victim)
      return times(shots, { path: '/account/email/confirm', body: { token }, cookies })
    },
  },
  {
    name: 'invitation',
    aim: async (setup, _, shots) => {
      const token = await makeLinkFor(setup, await inviteSomebody(setup), 'invitation')
      return times(shots, { path: '/invitations/accept', body: { token, password: NEW_PASSWORD } })
    },
  },
  {
    name: 'link for a new password',
    aim: async (setup, victim, shots) => {
      const token = await makeLinkFor(setup, victim, 'password-reset')
      return times(shots, { path: '/password-reset/complete', body: { token, password: NEW_PASSWORD } })
    },
  },
  {
    name: 'link "that was not me"',
    aim: async (setup, victim, shots) => {
      const token = await makeLinkFor(setup, victim, 'not-me')
      return times(shots, { path: '/reports/not-me', body: { token } })
    },
  },
]

const times = (count: number, shot: Shot): Shot[] => Array.from({ length: count }, () => shot)

export type Score = { thing: string; rounds: number; exactlyOne: number; failed: number; wrong: string[] }

/**
 * Uses each thing many times at once, over both processes, round after round.
 * @returns per thing how many rounds had exactly one success, and how many answers were a failure of ours (5xx but "busy")
 */
export async function playRounds(
  setup: AttackSetup,
  { rounds, shots, things }: { rounds: number; shots: number; things: readonly Thing[] },
): Promise<Score[]> {
  const scores: Score[] = []
  for (const thing of things) {
    const victim = await setup.addVictim(`victim-${setup.platform.random.uuid()}@example.nl`)
    const score: Score = { thing: thing.name, rounds, exactlyOne: 0, failed: 0, wrong: [] }
    for (let round = 0; round < rounds; round++) {
      await wipe(setup, victim)
      const aimed = await thing.aim(setup, victim, shots)
      const hits = await Promise.all(aimed.map((shot, at) => fire(setup, shot, at)))
      const successes = hits.filter(isSuccess).length
      score.failed += hits.filter(({ status }) => status >= 500 && status !== 503).length
      if (successes === 1) score.exactlyOne += 1
      else score.wrong.push(`round ${round}: ${successes} successes; ${[...new Set(hits.map(inShort))].join(', ')}`)
    }
    scores.push(score)
  }
  return scores
}

const isSuccess = ({ status }: Hit) => status < 300
const inShort = ({ status, body }: Hit) => `${status} ${/"code":"([^"]+)"/.exec(body)?.[1] ?? ''}`.trim()
