import { useTranslations } from 'use-intl'
import { Relink } from '../features/sign-in/relink.tsx'
import { SignInStepGate } from '../features/sign-in/sign-in-step-gate.tsx'
import { Page } from '../ui/page.tsx'

export function SignInRelinkPage() {
  const t = useTranslations('signInSteps.relink')
  return (
    <Page title={t('title')}>
      <SignInStepGate step="relink">{({ unlinked }) => <Relink unlinked={unlinked} />}</SignInStepGate>
    </Page>
  )
}
