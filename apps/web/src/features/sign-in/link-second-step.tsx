import { LINKED_KINDS, type LinkedKind } from '@keyholder/domain'
import { useQuery } from '@tanstack/react-query'
import { useLocation } from 'react-router'
import { useTranslations } from 'use-intl'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { LinkAuthenticator } from './link-authenticator.tsx'
import { LinkNumber } from './link-number.tsx'
import { LinkPasskey } from './link-passkey.tsx'
import { OtherLinks } from './other-links.tsx'
import { SignInStepGate } from './sign-in-step-gate.tsx'
import { type Standing, standingQuery } from './steps.ts'
import { chosen, wayIn } from './way-address.ts'

/** Links the first second step, or one that the organisation allows in the place of one that it no longer does. */
export function LinkSecondStep() {
  const t = useTranslations('signInSteps')
  const { search } = useLocation()
  const { data } = useQuery(standingQuery('enrol'))
  const wanted = wayIn(search)
  const kind = chosen(data?.linkable ?? LINKED_KINDS, (linkable) => linkable === wanted) ?? 'authenticator'
  return (
    <Page
      key={kind}
      {...(!data?.noLongerAllowed && { step: t('link.step') })}
      title={t(`${TEXTS[kind]}.title`)}
      intro={<p>{t(`${TEXTS[kind]}.intro`)}</p>}
      place={wanted ?? ''}
    >
      <SignInStepGate step="enrol">{(standing) => <ByKind kind={kind} standing={standing} />}</SignInStepGate>
    </Page>
  )
}

const TEXTS = { authenticator: 'link', sms: 'linkNumber', passkey: 'linkPasskey' } as const

function ByKind({ kind, standing }: { kind: LinkedKind; standing: Standing }) {
  const t = useTranslations('signInSteps.factor')
  const { linkable, noLongerAllowed, expiresAt, sent } = standing
  if (linkable.length === 0) return <Notice tone="warning">{t('nothingLinkable')}</Notice>
  return (
    <>
      {noLongerAllowed && <Notice tone="warning">{t(`noLongerAllowed.${noLongerAllowed}`)}</Notice>}
      {kind === 'authenticator' && <LinkAuthenticator until={expiresAt} />}
      {kind === 'sms' && <LinkNumber sent={sent} />}
      {kind === 'passkey' && <LinkPasskey />}
      <OtherLinks kinds={linkable.filter((other) => other !== kind)} />
    </>
  )
}
