import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { KeepAtSignIn } from '../features/second-factor/recovery-code/keep-at-sign-in.tsx'
import { recoveryCodeQuery } from '../features/second-factor/recovery-code/recovery-code-query.ts'
import { SignInStepGate } from '../features/sign-in/sign-in-step-gate.tsx'
import { useSignInFlow } from '../features/sign-in/use-sign-in-flow.ts'
import { Page } from '../ui/page.tsx'

export function SignInRecoveryCodePage() {
  const t = useTranslations('signInSteps.recoveryCode')
  const { data: shown } = useQuery(recoveryCodeQuery)
  const flow = useSignInFlow('keep-recovery-code')
  const isFirst = shown?.why === 'linked'
  return (
    <Page {...(isFirst && { step: t('step') })} title={t('title')} intro={<p>{t('intro')}</p>}>
      <SignInStepGate step="keep-recovery-code">
        {({ email }) => <KeepAtSignIn email={email} flow={flow} />}
      </SignInStepGate>
    </Page>
  )
}
