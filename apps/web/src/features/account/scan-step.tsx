import { useMediaQuery } from '@mantine/hooks'
import { IconExternalLink } from '@tabler/icons-react'
import { useTranslations } from 'use-intl'
import { Disclosure } from '../../ui/disclosure.tsx'
import { QrCode } from '../../ui/qr-code.tsx'
import { SecretBlock } from '../../ui/secret-block.tsx'
import type { Authenticator, Begun } from './account-queries.ts'
import { ConfirmForm } from './confirm-form.tsx'
import classes from './scan-step.module.css'

type ScanStepProps = {
  begun: Begun
  onLinked: (authenticator: Authenticator) => Promise<void>
  onRestart: () => void
}

/** Step 2: the secret goes into the app, by camera, by a tap or by hand; a code from the app comes back. */
export function ScanStep({ begun, onLinked, onRestart }: ScanStepProps) {
  const t = useTranslations('account.link')
  const { uri, secret, issuer, account, expiresAt } = begun
  // Whoever reads this on a phone cannot scan its screen with that same phone.
  const isTouched = useMediaQuery('(pointer: coarse)', window.matchMedia('(pointer: coarse)').matches)
  const code = (
    <div key="qr" className={classes.code}>
      <QrCode text={uri} label={t('qr')} />
      <p className={classes.soft}>{t('until', { at: new Date(expiresAt), issuer, account })}</p>
    </div>
  )
  const open = <OpenHere key="open" uri={uri} />
  return (
    <div className={classes.step}>
      <div className={classes.ways}>
        {isTouched ? [open, code] : [code, open]}
        <Disclosure summary={t('cannotScan')}>
          <p>{t('typeKey')}</p>
          <SecretBlock label={t('key')} secret={secret} grouped />
        </Disclosure>
      </div>
      <ConfirmForm id={begun.id} onLinked={onLinked} onRestart={onRestart} />
    </div>
  )
}

function OpenHere({ uri }: { uri: string }) {
  const t = useTranslations('account.link')
  return (
    <p className={classes.open}>
      <span>{t('openHere')}</span>
      <a href={uri}>
        <IconExternalLink size="1.125em" aria-hidden="true" />
        {t('open')}
      </a>
    </p>
  )
}
