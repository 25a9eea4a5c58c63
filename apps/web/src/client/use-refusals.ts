import { useTranslations } from 'use-intl'
import { problemTold } from './errors.ts'
import type { Sentences } from './problem-text.ts'

/**
 * Why a user who proved their password cannot sign in: the true reason, since when and by whom as far as that is told, what to
 * do, and the code to read to their package holder.
 */
export function useRefusals(): (error: unknown) => Sentences {
  const t = useTranslations('signIn.problem')
  return (error) => {
    const { at: instant, by, supportCode } = problemTold(error)
    const at = instant === undefined ? null : new Date(instant)
    const withCode = (sentence: string) =>
      supportCode ? `${sentence} ${t('supportCode', { code: supportCode })}` : sentence
    return {
      'sign_in.deactivated': withCode(at && by ? t('deactivatedBy', { at, by }) : t('deactivated')),
      'sign_in.package_ended': withCode(at ? t('packageEndedAt', { at }) : t('packageEnded')),
      'sign_in.password_void': withCode(t('passwordVoid')),
      'factor.disabled': withCode(at ? t('factorDisabledAt', { at }) : t('factorDisabled')),
    }
  }
}
