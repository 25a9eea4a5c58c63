import { useTranslations } from 'use-intl'
import { useProblemText, useRefusals } from '../../app/errors.ts'

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
