import { useQuery } from '@tanstack/react-query'
import { useLocation } from 'react-router'
import { useTranslations } from 'use-intl'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { OtherWays } from './other-ways.tsx'
import { ProveCode } from './prove-code.tsx'
import { ProvePasskey } from './prove-passkey.tsx'
import { ProveSentCode } from './prove-sent-code.tsx'
import { RecoveryCodeForm } from './recovery-code-form.tsx'
import { SignInStepGate } from './sign-in-step-gate.tsx'
import { type Standing, standingQuery } from './steps.ts'
import { chosen, wayIn } from './way-address.ts'

type Offer = Standing['ways'][number]

/** The second step: it begins with the preferred way, unless the address asks for another one that is offered. */
export function SecondStep() {
  const { search } = useLocation()
  const { data } = useQuery(standingQuery('factor'))
  const wanted = wayIn(search)
  const offer = chosen(data?.ways ?? [], ({ way }) => way === wanted)
  return (
    <Page title={useTitle(offer, data)} place={wanted ?? ''}>
      <SignInStepGate step="factor">
        {(standing) => (offer ? <ByWay key={offer.way} offer={offer} standing={standing} /> : <NoWay />)}
      </SignInStepGate>
    </Page>
  )
}

/** What to do, in words. */
function useTitle(offer: Offer | undefined, standing: Standing | undefined): string {
  const t = useTranslations('signInSteps')
  const isSent = standing?.sent?.way === offer?.way && standing?.sent?.delivery !== 'failed'
  switch (offer?.way) {
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

function ByWay({ offer: { way, sentTo }, standing }: { offer: Offer; standing: Standing }) {
  const { email, ways } = standing
  const sent = standing.sent?.way === way ? standing.sent : null
  return (
    <>
      {way === 'authenticator' && <ProveCode email={email} />}
      {way === 'passkey' && <ProvePasskey />}
      {(way === 'sms' || way === 'email') && <ProveSentCode way={way} sentTo={sentTo ?? ''} sent={sent} />}
      {way === 'recovery-code' && <RecoveryCodeForm />}
      <OtherWays ways={ways.filter((other) => other.way !== way)} opened={sent?.delivery === 'failed'} />
    </>
  )
}

/** What was there has been switched off or unlinked since the password was proven. */
function NoWay() {
  const t = useTranslations('signInSteps.factor')
  return <Notice tone="warning">{t('none')}</Notice>
}
