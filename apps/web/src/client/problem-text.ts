import { ProblemError } from '@keyholder/contracts/client'
import type { ProblemCode } from '@keyholder/domain'
import { useTranslations } from 'use-intl'
import { retryAt } from './errors.ts'
import { passkeyMistake } from './passkey-mistake.ts'

export type Sentences = Partial<Record<ProblemCode, string>>

/**
 * A failed request in words, with what to do next. `own` holds the sentences for what the endpoints of the page answer; what can
 * happen everywhere, or was not expected, has a sentence here.
 */
export function useProblemText(): (error: unknown, own?: Sentences) => string {
  const t = useTranslations('app.problem')
  return (error, own = {}) => {
    const mistake = passkeyMistake(error)
    if (mistake) return t(`passkey.${mistake}`)
    if (!(error instanceof ProblemError)) return t('unreachable')
    const { code, requestId } = error.problem
    const at = retryAt(error)
    const everywhere: Sentences = {
      'request.too_many': at ? t('tooMany', { at }) : t('tooManyNow'),
      'request.timeout': t('busy'),
      'server.busy': t('busy'),
      'session.missing': t('signedOut'),
      'session.forbidden': t('forbidden'),
      'session.not_fresh': t('notFresh'),
      'session.weak': t('weak'),
      'passkey.refused': t('passkey.refused'),
    }
    return own[code] ?? everywhere[code] ?? t('failed', { requestId: requestId || '–' })
  }
}
