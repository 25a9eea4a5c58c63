import { useTranslations } from 'use-intl'
import { AtStep } from '../features/sign-in/at-step.tsx'
import { ProveCode } from '../features/sign-in/prove-code.tsx'
import { Page } from '../ui/page.tsx'

export function SignInCodePage() {
  const t = useTranslations('signInSteps.code')
  return (
    <Page title={t('title')}>
      <AtStep step="factor">{({ email }) => <ProveCode email={email} />}</AtStep>
    </Page>
  )
}
