import { useTranslations } from 'use-intl'
import { AtStep } from '../features/sign-in/at-step.tsx'
import { KeepRecoveryCode } from '../features/sign-in/keep-recovery-code.tsx'
import { Page } from '../ui/page.tsx'

export function SignInRecoveryCodePage() {
  const t = useTranslations('signInSteps.recoveryCode')
  return (
    <Page step={t('step')} title={t('title')} intro={t('intro')}>
      <AtStep step="keep-recovery-code">{({ email }) => <KeepRecoveryCode email={email} />}</AtStep>
    </Page>
  )
}
