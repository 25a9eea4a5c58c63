import { useTranslations } from 'use-intl'
import { problemCode, problemReason } from '../../client/errors.ts'
import { useStepProblem } from './use-step-problem.ts'

/** Why a re-link code did not work: each reason asks for something else. */
export function useRelinkProblem(): (error: unknown) => string {
  const t = useTranslations('signInSteps.relink')
  const otherwise = useStepProblem()
  return (error) => {
    const reason = problemReason(error)
    switch (problemCode(error)) {
      case 'code.wrong':
        return reason === 'typing' ? t('typing') : t('wrong')
      case 'code.expired':
        return t('expired')
      case 'code.too_many':
        return reason === 'relink' ? t('usedUp') : otherwise(error)
      default:
        return otherwise(error)
    }
  }
}
