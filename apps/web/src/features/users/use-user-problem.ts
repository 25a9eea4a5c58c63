import type { ProblemCode } from '@keyholder/domain'
import { useTranslations } from 'use-intl'
import { useProblemText } from '../../client/problem-text.ts'

// What the endpoints of users can answer, besides what can happen everywhere.
const OWN = [
  'user.not_found',
  'user.exists',
  'user.self',
  'user.outranks_you',
  'user.is_holder',
  'user.other_home',
  'user.wrong_status',
  'authenticator.none',
  'invitation.not_open',
  'role.not_givable',
  'package.has_no_users',
  'package.seats_full',
] as const satisfies readonly ProblemCode[]

/** What to tell about a failed request for a user; undefined while nothing has failed. */
export function useUserProblem(): (error: unknown) => string | undefined {
  const t = useTranslations('problems')
  const problemText = useProblemText()
  const own = Object.fromEntries(OWN.map((code) => [code, t(code)]))
  return (error) => (error ? problemText(error, own) : undefined)
}
