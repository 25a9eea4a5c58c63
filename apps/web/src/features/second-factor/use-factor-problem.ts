import { AUTHENTICATORS_PER_ACCOUNT } from '@keyholder/domain'
import { useTranslations } from 'use-intl'
import { useSecondStepProblem } from '../../client/second-step-problem.ts'

/** What to tell about a failed request for one's own second step; undefined while nothing has failed. */
export function useFactorProblem(): (error: unknown) => string | undefined {
  const t = useTranslations('account.problem')
  const problemText = useSecondStepProblem()
  return (error) => {
    if (!error) return undefined
    return problemText(error, {
      'authenticator.limit': t('authenticatorLimit', { count: String(AUTHENTICATORS_PER_ACCOUNT) }),
      'factor.last': t('factorLast'),
      'factor.not_allowed': t('notAllowed'),
      'enrollment.expired': t('expired'),
      'sms.unavailable': t('smsUnavailable'),
    })
  }
}
