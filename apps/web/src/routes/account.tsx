import { type ReactNode, useState } from 'react'
import { useSearchParams } from 'react-router'
import { useTranslations } from 'use-intl'
import {
  ACCOUNT_PARTS,
  type AccountPart,
  type AccountPlace,
  readPlace,
  writePlace,
} from '../features/account/account-place.ts'
import { ChangeEmail } from '../features/account/change-email.tsx'
import { OwnSessions } from '../features/account/own-sessions.tsx'
import { Password } from '../features/account/password.tsx'
import { Profile } from '../features/account/profile.tsx'
import { EnrollInAccount } from '../features/second-factor/enroll/enroll-in-account.tsx'
import { type Link, readLink } from '../features/second-factor/factor-address.ts'
import { SecondSteps } from '../features/second-factor/manage/second-steps.tsx'
import { RecoveryCode } from '../features/second-factor/recovery-code/recovery-code.tsx'
import { Page } from '../ui/page.tsx'
import { PartNavigation } from '../ui/part-navigation.tsx'

/** What everybody runs themselves, part by part. */
export function AccountPage() {
  const t = useTranslations('account')
  const [params] = useSearchParams()
  const place = readPlace(params)
  const link = readLink(params)
  const navigation = ACCOUNT_PARTS.map((part) => ({
    to: writePlace({ part }),
    label: t(`part.${part}`),
    current: part === place.part,
  }))
  return (
    <>
      <PartNavigation label={t('parts')} parts={navigation} />
      <Place key={place.part} place={place} link={link} />
    </>
  )
}

/** Linking and changing the address are pages of their own; what came of them is told in the part where they began. */
function Place({ place, link }: { place: AccountPlace; link: Link | null }) {
  const [outcome, setOutcome] = useState<string>()
  const told = { outcome, onOutcome: setOutcome }
  switch (place.part) {
    case 'profile':
      if (place.change) return <ChangeEmail onAsked={setOutcome} />
      return (
        <Part part="profile">
          <Profile {...told} />
        </Part>
      )
    case 'second-step':
      if (link) return <EnrollInAccount link={link} onLinked={setOutcome} />
      return (
        <Part part="second-step">
          <SecondSteps {...told} />
        </Part>
      )
    case 'password':
      return (
        <Part part="password">
          <Password />
        </Part>
      )
    case 'recovery-code':
      return <RecoveryCode />
    case 'sessions':
      return (
        <Part part="sessions">
          <OwnSessions />
        </Part>
      )
    default:
      return place satisfies never
  }
}

function Part({ part, children }: { part: AccountPart; children: ReactNode }) {
  const t = useTranslations('account')
  return (
    <Page place={part} step={t('title')} title={t(`part.${part}`)} intro={<p>{t(`intro.${part}`)}</p>}>
      {children}
    </Page>
  )
}
