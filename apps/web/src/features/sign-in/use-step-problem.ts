import { useTranslations } from 'use-intl'
import { problemReason } from '../../client/errors.ts'
import { useSecondStepProblem } from '../../client/second-step-problem.ts'
import { useSignInSentences } from './use-sign-in-sentences.ts'

/** Why a later step did not work. What is wrong with a code stands at its field. */
export function useStepProblem(): (error: unknown) => string {
  const t = useTranslations()
  const sentences = useSignInSentences()
  const problemText = useSecondStepProblem()
  return (error) =>
    problemText(error, {
      ...sentences(error),
      // The tries of this one sign-in are used up: waiting does not bring them back.
      ...(problemReason(error) === 'attempt' && { 'code.too_many': t('signInSteps.usedUp') }),
      'enrollment.expired': t('signInSteps.link.expired', { service: t('app.name') }),
    })
}
