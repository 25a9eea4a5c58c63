import type { ProblemCode } from '@keyholder/domain'
import { useTranslations } from 'use-intl'
import { useProblemText } from '../../client/problem-text.ts'

// What the endpoints of API users can answer, besides what can happen everywhere.
const OWN = [
  'user.not_found',
  'user.outranks_you',
  'user.wrong_status',
  'package.has_no_users',
  'scope.not_grantable',
] as const satisfies readonly ProblemCode[]

/** What to tell about a failed request for an API user; undefined while nothing has failed. */
export function useApiUserProblem(): (error: unknown) => string | undefined {
  const t = useTranslations('problems')
  const problemText = useProblemText()
  const own = Object.fromEntries(OWN.map((code) => [code, t(code)]))
  return (error) => (error ? problemText(error, own) : undefined)
}
