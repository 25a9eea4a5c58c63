import { AUTHENTICATORS_PER_ACCOUNT } from '@keyholder/domain'
import { useTranslations } from 'use-intl'
import { retryAt, useProblemText } from '../../app/errors.ts'

/** What to tell about a failed request for one's own account; undefined while nothing has failed. */
export function useAccountProblem(): (error: unknown) => string | undefined {
  const t = useTranslations()
  const problemText = useProblemText()
  return (error) => {
    if (!error) return undefined
    const at = retryAt(error)
    const tooMany = at ? t('app.problem.tooMany', { at }) : t('app.problem.tooManyNow')
    return problemText(error, {
      'sign_in.too_many': tooMany,
      'code.too_many': tooMany,
      'authenticator.limit': t('account.problem.authenticatorLimit', { count: String(AUTHENTICATORS_PER_ACCOUNT) }),
      'authenticator.last': t('account.problem.authenticatorLast'),
    })
  }
}
