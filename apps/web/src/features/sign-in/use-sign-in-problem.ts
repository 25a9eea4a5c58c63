import { useTranslations } from 'use-intl'
import {
  problemReason,
  retryAt,
  type Sentences,
  useProblemText,
  useRefusals,
  useSecondStepProblem,
} from '../../app/errors.ts'

/** Why the first page did not let somebody on, and who or what helps. */
export function useSignInProblem(): (error: unknown) => string {
  const sentences = useSentences()
  const problemText = useProblemText()
  return (error) => problemText(error, sentences(error))
}

/** Why a later step did not work. What is wrong with a code stands at its field. */
export function useStepProblem(): (error: unknown) => string {
  const sentences = useSentences()
  const problemText = useSecondStepProblem()
  return (error) => problemText(error, sentences(error))
}

function useSentences(): (error: unknown) => Sentences {
  const t = useTranslations('signIn.problem')
  const app = useTranslations('app')
  const refusals = useRefusals()
  return (error) => {
    const at = retryAt(error)
    const later = at ? t('tooMany', { at }) : t('tooManyNow')
    return {
      ...refusals(error),
      'sign_in.refused': t('refused'),
      'sign_in.too_many': later,
      'attempt.missing': t('expired'),
      'attempt.wrong_step': t('expired'),
      // The tries of this one sign-in are used up: waiting does not bring them back.
      'code.too_many': problemReason(error) === 'attempt' ? t('usedUp') : later,
      'enrolment.expired': t('enrolmentExpired', { service: app('name') }),
      'passkey.not_alone': t('passkeyNotAlone'),
    }
  }
}
