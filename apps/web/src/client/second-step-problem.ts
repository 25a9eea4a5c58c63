import { useTranslations } from 'use-intl'
import { clockOff } from './clock-off.ts'
import { problemCode, problemReason, problemTold, retryAt } from './errors.ts'
import { type Sentences, useProblemText } from './problem-text.ts'

/** Where a code comes from: what is wrong with it is said in words that fit. */
export type CodeSource = 'authenticator' | 'sms' | 'email'

/** What went wrong with a code: with the code itself, told at its field, with its cause when that is known; or something else. */
export type CodeProblem = { wrong: string; cause?: 'clock' } | { problem: string }

/** What is wrong with a code from an app or a message, for `CodeForm`. `otherwise` tells of all but the code itself. */
export function useCodeProblem(
  from: CodeSource,
  otherwise: (error: unknown) => string,
): (error: unknown) => CodeProblem {
  const t = useTranslations('secondStep.code')
  return (error) => {
    if (problemCode(error) !== 'code.wrong') return { problem: otherwise(error) }
    if (problemReason(error) !== 'clock') return { wrong: t(`${from}.wrong`) }
    const off = clockOff(problemTold(error).offSeconds)
    return { wrong: off ? t(off.is, { minutes: off.minutes }) : t('clockOff'), cause: 'clock' }
  }
}

/** Why a second step could not be shown or linked: what the endpoints for it answer everywhere. `own` goes before. */
export function useSecondStepProblem(): (error: unknown, own?: Sentences) => string {
  const t = useTranslations('secondStep.problem')
  const app = useTranslations('app.problem')
  const problemText = useProblemText()
  return (error, own = {}) => {
    const at = retryAt(error)
    const reason = problemReason(error)
    const tooMany = at ? app('tooMany', { at }) : app('tooManyNow')
    return problemText(error, {
      'code.expired': t('expired'),
      'code.not_sent': t('notSent'),
      'code.too_soon': t('tooSoon'),
      'code.send_limit': at ? t('sendLimit', { at }) : t('sendLimitNow'),
      'sms.unavailable': t('smsUnavailable'),
      'factor.not_allowed': t('notAllowed'),
      'phone.invalid': t(PHONE_REASONS[reason ?? ''] ?? 'phoneInvalid'),
      'phone.limit': t('phoneLimit'),
      'passkey.not_linked': t('passkeyNotLinked'),
      'passkey.limit': t('passkeyLimit'),
      ...own,
      'code.too_many': reason === 'code' ? t('codeUsedUp') : (own['code.too_many'] ?? tooMany),
    })
  }
}

const PHONE_REASONS: Partial<Record<string, 'phoneCountry' | 'phoneNotMobile'>> = {
  country: 'phoneCountry',
  not_mobile: 'phoneNotMobile',
}
