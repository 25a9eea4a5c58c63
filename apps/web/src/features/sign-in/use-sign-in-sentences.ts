import { useTranslations } from 'use-intl'
import { retryAt } from '../../client/errors.ts'
import type { Sentences } from '../../client/problem-text.ts'
import { useRefusals } from '../../client/use-refusals.ts'

/** What any step of the sign-in can answer, in words. */
export function useSignInSentences(): (error: unknown) => Sentences {
  const t = useTranslations('signIn.problem')
  const refusals = useRefusals()
  return (error) => {
    const at = retryAt(error)
    const later = at ? t('tooMany', { at }) : t('tooManyNow')
    return {
      ...refusals(error),
      'sign_in.refused': t('refused'),
      'sign_in.too_many': later,
      'code.too_many': later,
      'attempt.missing': t('expired'),
      'attempt.wrong_step': t('expired'),
      'passkey.not_alone': t('passkeyNotAlone'),
    }
  }
}
