import { AUTHENTICATORS_PER_ACCOUNT } from '@keyholder/domain'
import { useTranslations } from 'use-intl'
import { useOutsideProblemText } from '../../messages/use-outside-problem-text.ts'

/** What to tell about a failed request for one's own account; undefined while nothing has failed. */
export function useAccountProblem(): (error: unknown) => string | undefined {
  const t = useTranslations('account.problem')
  const problemText = useOutsideProblemText()
  const own = {
    'session.not_fresh': t('notFresh'),
    'authenticator.limit': t('authenticatorLimit', { count: String(AUTHENTICATORS_PER_ACCOUNT) }),
    'authenticator.last': t('authenticatorLast'),
  }
  return (error) => (error ? problemText(error, own) : undefined)
}
