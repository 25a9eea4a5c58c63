import { type ReactNode, useState } from 'react'
import { useSearchParams } from 'react-router'
import { useTranslations } from 'use-intl'
import { ACCOUNT_PARTS, type AccountPart, readPlace, writePlace } from '../features/account/account-part.ts'
import { Authenticators } from '../features/account/authenticators.tsx'
import { LinkAuthenticator } from '../features/account/link-authenticator.tsx'
import { OwnSessions } from '../features/account/own-sessions.tsx'
import { Password } from '../features/account/password.tsx'
import { Profile } from '../features/account/profile.tsx'
import { RecoveryCode } from '../features/account/recovery-code.tsx'
import { Page } from '../ui/page.tsx'
import { PartNavigation } from '../ui/part-navigation.tsx'

/** What everybody runs themselves, part by part. */
export function AccountPage() {
  const t = useTranslations('account')
  const [params] = useSearchParams()
  const place = readPlace(params)
  // Linking is a page of its own; what came of it is told in the list.
  const [outcome, setOutcome] = useState<string>()
  const navigation = ACCOUNT_PARTS.map((part) => ({
    to: writePlace({ part }),
    label: t(`part.${part}`),
    current: part === place.part,
  }))
  const parts: Record<AccountPart, ReactNode> = {
    gegevens: <Profile />,
    wachtwoord: <Password />,
    authenticators: <Authenticators outcome={outcome} onOutcome={setOutcome} />,
    herstelcode: <RecoveryCode />,
    sessies: <OwnSessions />,
  }
  const link = place.part === 'authenticators' ? place.link : undefined
  return (
    <>
      <PartNavigation label={t('parts')} parts={navigation} />
      {link ? (
        <LinkAuthenticator replaces={link === 'nieuw' ? undefined : link.replaces} onLinked={setOutcome} />
      ) : (
        <Page
          key={place.part}
          place={place.part}
          step={t('title')}
          title={t(`part.${place.part}`)}
          intro={<p>{t(`intro.${place.part}`)}</p>}
        >
          {parts[place.part]}
        </Page>
      )}
    </>
  )
}
