import { useTranslations } from 'use-intl'
import { useProblemText } from '../../client/problem-text.ts'
import { useRefusals } from '../../client/use-refusals.ts'

/** Why an invitation could not be accepted. */
export function useInvitationProblem(): (error: unknown) => string {
  const t = useTranslations('links.invitation')
  const refusals = useRefusals()
  const problemText = useProblemText()
  return (error) =>
    problemText(error, {
      ...refusals(error),
      'link.gone': t('gone'),
      'package.seats_full': t('seatsFull'),
      'user.exists': t('exists'),
    })
}
