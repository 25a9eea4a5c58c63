import { useTranslations } from 'use-intl'
import { Notice } from '../../../ui/notice.tsx'
import { RecoveryCodeForm } from '../recovery-code/recovery-code-form.tsx'
import type { SignInFlow, Standing } from '../sign-in-flow.ts'
import type { Offer, Words } from './ceremony.ts'
import { OtherWays } from './other-ways.tsx'
import { signInCeremony } from './sign-in-ceremony.ts'
import { VerifyFactor } from './verify-factor.tsx'

type VerifyAtSignInProps = { offer: Offer | undefined; standing: Standing; flow: SignInFlow }

/** The second step of the sign-in, by the way that was chosen. Nothing is offered when it was switched off or unlinked meanwhile. */
export function VerifyAtSignIn({ offer, standing, flow }: VerifyAtSignInProps) {
  const t = useTranslations('signInSteps.factor')
  if (!offer) return <Notice tone="warning">{t('none')}</Notice>
  return <ByWay key={offer.way} {...{ offer, standing, flow }} />
}

function ByWay({ offer, standing, flow }: VerifyAtSignInProps & { offer: Offer }) {
  const { way } = offer
  const { email, ways } = standing
  const sent = standing.sent?.way === way ? standing.sent : null
  const words = useWords(offer, email)
  return (
    <>
      {way === 'recovery-code' ? (
        <RecoveryCodeForm flow={flow} />
      ) : (
        <VerifyFactor way={way} ceremony={signInCeremony(way, sent, flow)} words={words} frame={{ place: 'page' }} />
      )}
      <OtherWays ways={ways.filter((other) => other.way !== way)} opened={sent?.delivery === 'failed'} />
    </>
  )
}

function useWords({ way, sentTo }: Offer, email: string): Words {
  const t = useTranslations('signInSteps')
  const app = useTranslations('app')
  const submit = t('code.submit')
  const to = sentTo ?? ''
  switch (way) {
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
