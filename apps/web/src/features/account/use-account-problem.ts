import { AUTHENTICATORS_PER_ACCOUNT } from '@keyholder/domain'
import { useTranslations } from 'use-intl'
import { retryAt, useSecondStepProblem } from '../../app/errors.ts'

/** What to tell about a failed request for one's own account; undefined while nothing has failed. */
export function useAccountProblem(): (error: unknown) => string | undefined {
  const t = useTranslations()
  const problemText = useSecondStepProblem()
  return (error) => {
    if (!error) return undefined
    const at = retryAt(error)
    return problemText(error, {
      'sign_in.too_many': at ? t('app.problem.tooMany', { at }) : t('app.problem.tooManyNow'),
      'authenticator.limit': t('account.problem.authenticatorLimit', { count: String(AUTHENTICATORS_PER_ACCOUNT) }),
      'factor.last': t('account.problem.factorLast'),
      'factor.not_allowed': t('account.problem.notAllowed'),
      'enrollment.expired': t('account.problem.expired'),
      'email.unlinked_recently': t('account.problem.unlinkedRecently'),
      'sms.unavailable': t('account.problem.smsUnavailable'),
    })
  }
}
