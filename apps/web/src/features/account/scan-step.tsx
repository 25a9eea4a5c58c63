import { IconDeviceMobile } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { ButtonLink } from '../../ui/button.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { QrCode } from '../../ui/qr-code.tsx'
import { SecretBlock } from '../../ui/secret-block.tsx'
import type { Begun } from './account-queries.ts'
import { ConfirmForm } from './confirm-form.tsx'
import { LinkingExpired } from './linking-expired.tsx'
import classes from './scan-step.module.css'

type ScanStepProps = {
  begun: Begun
  onLinked: (name: string) => Promise<void>
  onRestart: () => void
}

/** Step 2: the secret goes into the app, by camera, by a tap or by hand; a code from the app comes back. */
export function ScanStep({ begun, onLinked, onRestart }: ScanStepProps) {
  const [expired, setExpired] = useState(false)
  // Whoever reads this on a phone cannot scan its screen with that same phone.
  const isPhone = window.matchMedia('(pointer: coarse), (max-width: 40em)').matches
  if (expired) return <LinkingExpired onRestart={onRestart} />
  return (
    <div className={classes.step}>
      <div className={classes.ways}>{isPhone ? <OnPhone begun={begun} /> : <OnScreen begun={begun} />}</div>
      <ConfirmForm id={begun.id} onLinked={onLinked} onExpired={() => setExpired(true)} />
    </div>
  )
}

function OnScreen({ begun }: { begun: Begun }) {
  const t = useTranslations('account.link')
  const { uri, secret } = begun
  return (
    <>
      <p>{t('scan')}</p>
      <QrCode text={uri} label={t('qr')} />
      <Until begun={begun} />
      <Disclosure summary={t('cannotScan')}>
        <TypeKey secret={secret} />
        <p>{t('openHere')}</p>
        <OpenInApp uri={uri} look="secondary" />
      </Disclosure>
    </>
  )
}

function OnPhone({ begun }: { begun: Begun }) {
  const t = useTranslations('account.link')
  const { uri, secret } = begun
  return (
    <>
      <p>{t('openOnPhone')}</p>
      <OpenInApp uri={uri} look="primary" />
      <Until begun={begun} />
      <Disclosure summary={t('otherDevice')}>
        <p>{t('scan')}</p>
        <QrCode text={uri} label={t('qr')} />
      </Disclosure>
      <Disclosure summary={t('cannotOpen')}>
        <TypeKey secret={secret} />
      </Disclosure>
    </>
  )
}

/** How long there is, and what the app will show. */
function Until({ begun: { expiresAt, issuer, account } }: { begun: Begun }) {
  const t = useTranslations('account.link')
  return <p className={classes.soft}>{t('until', { at: new Date(expiresAt), issuer, account })}</p>
}

function OpenInApp({ uri, look }: { uri: string; look: 'primary' | 'secondary' }) {
  const t = useTranslations('account.link')
  return (
    <div>
      <ButtonLink to={uri} look={look} icon={<IconDeviceMobile aria-hidden="true" />}>
        {t('open')}
      </ButtonLink>
    </div>
  )
}

function TypeKey({ secret }: { secret: string }) {
  const t = useTranslations('account.link')
  return (
    <>
      <p>{t('typeKey')}</p>
      <SecretBlock label={t('key')} secret={secret} grouped />
    </>
  )
}
