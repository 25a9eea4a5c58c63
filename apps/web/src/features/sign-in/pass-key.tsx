import { IconDeviceMobile } from '@tabler/icons-react'
import { useTranslations } from 'use-intl'
import { ButtonLink } from '../../ui/button.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { QrCode } from '../../ui/qr-code.tsx'
import { SecretBlock } from '../../ui/secret-block.tsx'
import type { Enrollment } from './enrollment-query.ts'
import classes from './pass-key.module.css'

type PassKeyProps = { enrollment: Enrollment; isPhone: boolean }

/** Three ways to get the key into the app. A phone cannot scan its own screen: there the app is opened by a tap. */
export function PassKey({ enrollment, isPhone }: PassKeyProps) {
  const t = useTranslations('signInSteps.link')
  if (isPhone) {
    return (
      <>
        <OpenInApp uri={enrollment.uri} look="primary" />
        <Disclosure summary={t('otherDevice')}>
          <p>{t('otherDeviceHint')}</p>
          <QrCode text={enrollment.uri} label={t('qr', { service: enrollment.issuer })} />
        </Disclosure>
        <Disclosure summary={t('cannotScan')}>
          <TypeKey secret={enrollment.secret} />
        </Disclosure>
      </>
    )
  }
  return (
    <>
      <QrCode text={enrollment.uri} label={t('qr', { service: enrollment.issuer })} />
      <Disclosure summary={t('cannotScan')}>
        <TypeKey secret={enrollment.secret} />
        <OpenInApp uri={enrollment.uri} look="secondary" />
      </Disclosure>
    </>
  )
}

function TypeKey({ secret }: { secret: string }) {
  const t = useTranslations('signInSteps.link')
  return (
    <>
      <p>{t('cannotScanHint')}</p>
      <SecretBlock label={t('key')} secret={secret} grouped />
    </>
  )
}

function OpenInApp({ uri, look }: { uri: string; look: 'primary' | 'secondary' }) {
  const t = useTranslations('signInSteps.link')
  return (
    <div>
      <ButtonLink to={uri} look={look} icon={<IconDeviceMobile aria-hidden="true" />}>
        {t('openInApp')}
      </ButtonLink>
      <p className={classes.hint}>{t('openHint')}</p>
    </div>
  )
}
