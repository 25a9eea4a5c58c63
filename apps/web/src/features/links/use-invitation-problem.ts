import { useTranslations } from 'use-intl'
import { useProblemText } from '../../app/errors.ts'

/** Why an invitation could not be accepted. */
export function useInvitationProblem(): (error: unknown) => string {
  const t = useTranslations('links.invitation')
  const signIn = useTranslations('signIn.problem')
  const problemText = useProblemText()
  return (error) =>
    problemText(error, {
      'link.gone': t('gone'),
      'package.seats_full': t('seatsFull'),
      'user.exists': t('exists'),
      'sign_in.deactivated': signIn('deactivated'),
      'sign_in.package_ended': signIn('packageEnded'),
    })
}
