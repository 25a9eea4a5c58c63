import { useQuery } from '@tanstack/react-query'
import { useLocation } from 'react-router'
import { useTranslations } from 'use-intl'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { AtStep } from './at-step.tsx'
import { chosen, methodIn } from './method-url.ts'
import { OtherMethods } from './other-methods.tsx'
import { type SignInState, signInStateQuery } from './steps.ts'
import { UseRecoveryCode } from './use-recovery-code.tsx'
import { VerifyPasskey } from './verify-passkey.tsx'
import { VerifySentCode } from './verify-sent-code.tsx'
import { VerifyTotp } from './verify-totp.tsx'

type Offer = SignInState['methods'][number]

/** The second step: it begins with the preferred method, unless the address asks for another one that is offered. */
export function SecondStep() {
  const { search } = useLocation()
  const { data } = useQuery(signInStateQuery('factor'))
  const wanted = methodIn(search)
  const offer = chosen(data?.methods ?? [], ({ method }) => method === wanted)
  return (
    <Page title={useTitle(offer, data)} place={wanted ?? ''}>
      <AtStep step="factor">
        {(state) => (offer ? <ByMethod key={offer.method} offer={offer} state={state} /> : <NoMethod />)}
      </AtStep>
    </Page>
  )
}

/** What to do, in words. */
function useTitle(offer: Offer | undefined, state: SignInState | undefined): string {
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

function ByMethod({ offer: { method, sentTo }, state }: { offer: Offer; state: SignInState }) {
  const { email, methods } = state
  const sent = state.sent?.method === method ? state.sent : null
  return (
    <>
      {method === 'authenticator' && <VerifyTotp email={email} />}
      {method === 'passkey' && <VerifyPasskey />}
      {(method === 'sms' || method === 'email') && <VerifySentCode method={method} sentTo={sentTo ?? ''} sent={sent} />}
      {method === 'recovery-code' && <UseRecoveryCode />}
      <OtherMethods methods={methods.filter((other) => other.method !== method)} opened={sent?.delivery === 'failed'} />
    </>
  )
}

/** What was there has been switched off or unlinked since the password was proven. */
function NoMethod() {
  const t = useTranslations('signInSteps.factor')
  return <Notice tone="warning">{t('none')}</Notice>
}
