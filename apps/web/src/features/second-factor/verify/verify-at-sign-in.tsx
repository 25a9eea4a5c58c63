import { useTranslations } from 'use-intl'
import { Notice } from '../../../ui/notice.tsx'
import { RecoveryCodeForm } from '../recovery-code/recovery-code-form.tsx'
import type { SignInFlow, SignInState } from '../sign-in-flow.ts'
import type { Offer, Words } from './ceremony.ts'
import { OtherMethods } from './other-methods.tsx'
import { signInCeremony } from './sign-in-ceremony.ts'
import { VerifyFactor } from './verify-factor.tsx'

type VerifyAtSignInProps = { offer: Offer | undefined; state: SignInState; flow: SignInFlow }

/** The second step of the sign-in, by the method that was chosen. Nothing is offered when it was switched off or unlinked meanwhile. */
export function VerifyAtSignIn({ offer, state, flow }: VerifyAtSignInProps) {
  const t = useTranslations('signInSteps.factor')
  if (!offer) return <Notice tone="warning">{t('none')}</Notice>
  return <ByMethod key={offer.method} {...{ offer, state, flow }} />
}

function ByMethod({ offer, state, flow }: VerifyAtSignInProps & { offer: Offer }) {
  const { method } = offer
  const { email, methods } = state
  const sent = state.sent?.method === method ? state.sent : null
  const words = useWords(offer, email)
  return (
    <>
      {method === 'recovery-code' ? (
        <RecoveryCodeForm flow={flow} />
      ) : (
        <VerifyFactor
          method={method}
          ceremony={signInCeremony(method, sent, flow)}
          words={words}
          frame={{ place: 'page' }}
        />
      )}
      <OtherMethods methods={methods.filter((other) => other.method !== method)} opened={sent?.delivery === 'failed'} />
    </>
  )
}

function useWords({ method, sentTo }: Offer, email: string): Words {
  const t = useTranslations('signInSteps')
  const app = useTranslations('app')
  const submit = t('code.submit')
  const to = sentTo ?? ''
  switch (method) {
    case 'authenticator': {
      const intro = <p>{t.rich('code.intro', { service: app('name'), email: () => <strong>{email}</strong> })}</p>
      return { intro, note: <p>{t('code.twoFactor')}</p>, submit }
    }
    case 'passkey':
      return { intro: <p>{t('factor.passkeyIntro')}</p>, submit }
    case 'sms':
      return { intro: <p>{t('factor.smsAsk', { to })}</p>, submit }
    case 'email':
      return { intro: <p>{t('factor.emailAsk', { to })}</p>, note: <p>{t('factor.emailIsWeak')}</p>, submit }
    case 'recovery-code':
      return { intro: null, submit }
  }
}
