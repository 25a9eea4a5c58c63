import { useTranslations } from 'use-intl'
import { retryAt } from '../../client/errors.ts'
import { useProblemText } from '../../client/problem-text.ts'

/** What to tell about a failed request for one's own account; undefined while nothing has failed. */
export function useAccountProblem(): (error: unknown) => string | undefined {
  const t = useTranslations()
  const problemText = useProblemText()
  return (error) => {
    if (!error) return undefined
    const at = retryAt(error)
    return problemText(error, {
      'sign_in.too_many': at ? t('app.problem.tooMany', { at }) : t('app.problem.tooManyNow'),
      'email.unlinked_recently': t('account.problem.unlinkedRecently'),
    })
  }
}
