import { useTranslations } from 'use-intl'
import { AtStep } from '../features/sign-in/at-step.tsx'
import { LinkAuthenticator } from '../features/sign-in/link-authenticator.tsx'
import { Page } from '../ui/page.tsx'

export function SignInLinkPage() {
  const t = useTranslations('signInSteps.link')
  return (
    <Page step={t('step')} title={t('title')} intro={t('intro')}>
      <AtStep step="enrol">{({ expiresAt }) => <LinkAuthenticator until={expiresAt} />}</AtStep>
    </Page>
  )
}
