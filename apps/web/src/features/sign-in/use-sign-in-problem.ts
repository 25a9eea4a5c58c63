import { useTranslations } from 'use-intl'
import { problemReason, retryAt, useProblemText } from '../../app/errors.ts'

/** Why a step of the sign-in did not work, and who or what helps. What is wrong with a code stands at its field. */
export function useSignInProblem(): (error: unknown) => string {
  const t = useTranslations('signIn')
  const app = useTranslations('app')
  const problemText = useProblemText()
  return (error) => {
    const at = retryAt(error)
    const later = at ? t('problem.tooMany', { at }) : t('problem.tooManyNow')
    return problemText(error, {
      'sign_in.refused': t('problem.refused'),
      'sign_in.too_many': later,
      'sign_in.deactivated': t('problem.deactivated'),
      'sign_in.package_ended': t('problem.packageEnded'),
      'factor.disabled': t('problem.factorDisabled'),
      'attempt.missing': t('problem.expired'),
      'attempt.wrong_step': t('problem.expired'),
      // The tries of this one sign-in are used up: waiting does not bring them back.
      'code.too_many': problemReason(error) === 'attempt' ? t('problem.usedUp') : later,
      'enrolment.expired': t('problem.enrolmentExpired', { service: app('name') }),
    })
  }
}
