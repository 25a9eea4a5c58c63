import { useTranslations } from 'use-intl'
import { SignInForm } from '../features/sign-in/sign-in-form.tsx'
import { Page } from '../ui/page.tsx'

export function SignInPage() {
  const t = useTranslations('signIn')
  return (
    <Page title={t('title')}>
      <SignInForm />
    </Page>
  )
}
