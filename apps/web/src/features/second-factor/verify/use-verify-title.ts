import { useTranslations } from 'use-intl'
import type { SignInState } from '../sign-in-flow.ts'
import type { Offer } from './ceremony.ts'

/** The title of the second step: what to do, in words. */
export function useVerifyTitle(offer: Offer | undefined, state: SignInState | undefined): string {
  const t = useTranslations('signInSteps')
  const isSent = state?.sent?.method === offer?.method && state?.sent?.delivery !== 'failed'
  switch (offer?.method) {
    case undefined:
      return t('factor.title')
    case 'authenticator':
      return t('code.title')
    case 'passkey':
      return t('factor.passkeyTitle')
    case 'sms':
      return t(isSent ? 'factor.smsTitle' : 'factor.smsAskTitle')
    case 'email':
      return t(isSent ? 'factor.emailTitle' : 'factor.emailAskTitle')
    case 'recovery-code':
      return t('factor.recoveryTitle')
  }
}
