import type { account, Received } from '@keyholder/contracts'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { ConfirmForm } from './confirm-form.tsx'
import { KeyForApp } from './key-for-app.tsx'
import { LinkingExpired } from './linking-expired.tsx'
import classes from './scan-step.module.css'

/** An authenticator that waits for its first code. */
export type Begun = Received<typeof account.startAuthenticator>

type ScanStepProps = {
  begun: Begun
  onLinked: (name: string) => Promise<void>
  onRestart: () => void
}

/** Step 2: the secret goes into the app; a code from the app comes back. */
export function ScanStep({ begun, onLinked, onRestart }: ScanStepProps) {
  const [expired, setExpired] = useState(false)
  if (expired) return <LinkingExpired onRestart={onRestart} />
  return (
    <div className={classes.step}>
      <div className={classes.ways}>
        <Key begun={begun} />
      </div>
      <ConfirmForm id={begun.id} onLinked={onLinked} onExpired={() => setExpired(true)} />
    </div>
  )
}

/** The key, how long there is, and what the app will show. */
function Key({ begun: { uri, secret, expiresAt, issuer, account } }: { begun: Begun }) {
  const t = useTranslations('account.link')
  const words = {
    ...{ qr: t('qr'), key: t('key'), typeKey: t('typeKey'), open: t('open') },
    ...{ scan: t('scan'), openOnPhone: t('openOnPhone'), openHere: t('openHere') },
    ...{ cannotScan: t('cannotScan'), cannotOpen: t('cannotOpen') },
    ...{ otherDevice: t('otherDevice'), otherDeviceHint: t('scan') },
  }
  return (
    <KeyForApp uri={uri} secret={secret} words={words}>
      <p className={classes.soft}>{t('until', { at: new Date(expiresAt), issuer, account })}</p>
    </KeyForApp>
  )
}
