import { ENROLLABLE_FACTORS, type EnrollableFactor } from '@keyholder/domain'
import { useQuery } from '@tanstack/react-query'
import { useLocation } from 'react-router'
import { useTranslations } from 'use-intl'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { AtStep } from './at-step.tsx'
import { LinkAuthenticator } from './link-authenticator.tsx'
import { LinkPasskey } from './link-passkey.tsx'
import { LinkPhone } from './link-phone.tsx'
import { chosen, methodIn } from './method-url.ts'
import { OtherLinks } from './other-links.tsx'
import { type SignInState, signInStateQuery } from './steps.ts'

/** Links the first second step, or one that the organisation allows in the place of one that it no longer does. */
export function LinkSecondStep() {
  const t = useTranslations('signInSteps')
  const { search } = useLocation()
  const { data } = useQuery(signInStateQuery('enrol'))
  const wanted = methodIn(search)
  const kind = chosen(data?.enrollable ?? ENROLLABLE_FACTORS, (enrollable) => enrollable === wanted) ?? 'authenticator'
  return (
    <Page
      key={kind}
      {...(!data?.noLongerAllowed && { step: t('link.step') })}
      title={t(`${TEXTS[kind]}.title`)}
      intro={<p>{t(`${TEXTS[kind]}.intro`)}</p>}
      place={wanted ?? ''}
    >
      <AtStep step="enrol">{(state) => <ByKind kind={kind} state={state} />}</AtStep>
    </Page>
  )
}

const TEXTS = { authenticator: 'link', sms: 'linkNumber', passkey: 'linkPasskey' } as const

function ByKind({ kind, state }: { kind: EnrollableFactor; state: SignInState }) {
  const t = useTranslations('signInSteps.factor')
  const { enrollable, noLongerAllowed, expiresAt, sent } = state
  if (enrollable.length === 0) return <Notice tone="warning">{t('nothingLinkable')}</Notice>
  return (
    <>
      {noLongerAllowed && <Notice tone="warning">{t(`noLongerAllowed.${noLongerAllowed}`)}</Notice>}
      {kind === 'authenticator' && <LinkAuthenticator until={expiresAt} />}
      {kind === 'sms' && <LinkPhone sent={sent} />}
      {kind === 'passkey' && <LinkPasskey />}
      <OtherLinks kinds={enrollable.filter((other) => other !== kind)} />
    </>
  )
}
