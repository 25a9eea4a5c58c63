import { useTranslations } from 'use-intl'
import { AtStep } from '../features/sign-in/at-step.tsx'
import { Relink } from '../features/sign-in/relink.tsx'
import { Page } from '../ui/page.tsx'

export function SignInRelinkPage() {
  const t = useTranslations('signInSteps.relink')
  return (
    <Page title={t('title')}>
      <AtStep step="relink">{({ unlinked }) => <Relink unlinked={unlinked} />}</AtStep>
    </Page>
  )
}
