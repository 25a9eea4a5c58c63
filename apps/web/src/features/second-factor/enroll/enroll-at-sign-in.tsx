import type { EnrollableFactor } from '@keyholder/domain'
import { useTranslations } from 'use-intl'
import { Notice } from '../../../ui/notice.tsx'
import type { SignInFlow, SignInState } from '../sign-in-flow.ts'
import { AuthenticatorAtSignIn } from './authenticator-at-sign-in.tsx'
import { OtherLinks } from './other-links.tsx'
import { PasskeyAtSignIn } from './passkey-at-sign-in.tsx'
import { PhoneAtSignIn } from './phone-at-sign-in.tsx'

type EnrollAtSignInProps = { kind: EnrollableFactor; state: SignInState; flow: SignInFlow }

/** Links the first second step, or one that the organisation allows in the place of one that it no longer does. */
export function EnrollAtSignIn({ kind, state, flow }: EnrollAtSignInProps) {
  const t = useTranslations('signInSteps.factor')
  const { enrollable, noLongerAllowed, expiresAt, sent } = state
  if (enrollable.length === 0) return <Notice tone="warning">{t('nothingLinkable')}</Notice>
  return (
    <>
      {noLongerAllowed && <Notice tone="warning">{t(`noLongerAllowed.${noLongerAllowed}`)}</Notice>}
      {kind === 'authenticator' && <AuthenticatorAtSignIn until={expiresAt} flow={flow} />}
      {kind === 'sms' && <PhoneAtSignIn sent={sent} flow={flow} />}
      {kind === 'passkey' && <PasskeyAtSignIn flow={flow} />}
      <OtherLinks kinds={enrollable.filter((other) => other !== kind)} />
    </>
  )
}
