import type { LinkedKind } from '@keyholder/domain'
import { useTranslations } from 'use-intl'
import { Notice } from '../../../ui/notice.tsx'
import type { SignInFlow, Standing } from '../sign-in-flow.ts'
import { AuthenticatorAtSignIn } from './authenticator-at-sign-in.tsx'
import { OtherLinks } from './other-links.tsx'
import { PasskeyAtSignIn } from './passkey-at-sign-in.tsx'
import { PhoneAtSignIn } from './phone-at-sign-in.tsx'

type EnrollAtSignInProps = { kind: LinkedKind; standing: Standing; flow: SignInFlow }

/** Links the first second step, or one that the organisation allows in the place of one that it no longer does. */
export function EnrollAtSignIn({ kind, standing, flow }: EnrollAtSignInProps) {
  const t = useTranslations('signInSteps.factor')
  const { linkable, noLongerAllowed, expiresAt, sent } = standing
  if (linkable.length === 0) return <Notice tone="warning">{t('nothingLinkable')}</Notice>
  return (
    <>
      {noLongerAllowed && <Notice tone="warning">{t(`noLongerAllowed.${noLongerAllowed}`)}</Notice>}
      {kind === 'authenticator' && <AuthenticatorAtSignIn until={expiresAt} flow={flow} />}
      {kind === 'sms' && <PhoneAtSignIn sent={sent} flow={flow} />}
      {kind === 'passkey' && <PasskeyAtSignIn flow={flow} />}
      <OtherLinks kinds={linkable.filter((other) => other !== kind)} />
    </>
  )
}
