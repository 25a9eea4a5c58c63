import { Link, useLocation } from 'react-router'
import { useTranslations } from 'use-intl'
import { PasskeySignIn } from '../features/sign-in/passkey-sign-in.tsx'
import { SignInForm } from '../features/sign-in/sign-in-form.tsx'
import { SignInNews } from '../features/sign-in/sign-in-news.tsx'
import { Page } from '../ui/page.tsx'
import { Stack } from '../ui/stack.tsx'

export function SignInPage() {
  const t = useTranslations('signIn')
  return (
    <Page title={t('title')}>
      <Stack>
        <SignInNews />
        <SignInForm email={useKnownEmail()} />
        <p>
          <Link to="/forgot-password">{t('forgotten')}</Link>
        </p>
        <PasskeySignIn />
      </Stack>
    </Page>
  )
}

/** The address that an invitation was for, when that is what led here. */
function useKnownEmail(): string {
  const state: unknown = useLocation().state
  const known = typeof state === 'object' && state !== null && 'email' in state ? state.email : ''
  return typeof known === 'string' ? known : ''
}
