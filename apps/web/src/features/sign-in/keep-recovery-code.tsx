import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { api } from '../../client/api.ts'
import { Button } from '../../ui/button.tsx'
import { ConfirmSavedForm } from '../../ui/confirm-saved-form.tsx'
import { FocusOnMount } from '../../ui/focus-on-mount.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { RecoveryCode } from '../../ui/recovery-code.tsx'
import { recoveryCodeQuery, type ShownCode, showRecoveryCode } from './recovery-code-query.ts'
import { SignInStepGate } from './sign-in-step-gate.tsx'
import { useNextStep } from './use-next-step.ts'
import { useStepCall } from './use-step-call.ts'
import { useStepProblem } from './use-step-problem.ts'

/** The last step: nobody gets in before they say that they kept the code. */
export function KeepRecoveryCode() {
  const t = useTranslations('signInSteps.recoveryCode')
  const { data: shown } = useQuery(recoveryCodeQuery)
  const isFirst = shown?.why === 'linked'
  return (
    <Page {...(isFirst && { step: t('step') })} title={t('title')} intro={<p>{t('intro')}</p>}>
      <SignInStepGate step="keep-recovery-code">
        {({ email }) => (
          <>
            {shown ? <Shown shown={shown} email={email} /> : <HiddenCode />}
            <Keep />
          </>
        )}
      </SignInStepGate>
    </Page>
  )
}

function Shown({ shown: { code, why }, email }: { shown: ShownCode; email: string }) {
  const t = useTranslations('recoveryCode')
  const block = <RecoveryCode code={code} email={email} />
  if (why === 'linked') return block
  if (why === 'used') {
    return (
      <>
        <Notice tone="warning">{t('used')}</Notice>
        {block}
      </>
    )
  }
  return (
    <FocusOnMount>
      <Notice tone="warning">{t('renewed')}</Notice>
      {block}
    </FocusOnMount>
  )
}

/** The page was left or loaded again. Whoever kept the code before that needs no other; making one would void it. */
function HiddenCode() {
  const t = useTranslations('signInSteps.recoveryCode')
  const problemText = useStepProblem()
  const client = useQueryClient()
  const call = useStepCall('keep-recovery-code')
  const renew = useMutation({
    mutationFn: () => call(() => api.signIn.renewRecoveryCode()),
    onSuccess: ({ recoveryCode }) => showRecoveryCode(client, { code: recoveryCode, why: 'renewed' }),
    gcTime: 0,
  })
  return (
    <Notice
      tone="info"
      action={
        <Button look="secondary" busy={renew.isPending} onClick={() => renew.mutate()}>
          {t('renew')}
        </Button>
      }
    >
      <p>{t('hidden')}</p>
      {renew.isError && <p role="alert">{problemText(renew.error)}</p>}
    </Notice>
  )
}

function Keep() {
  const t = useTranslations('signInSteps.recoveryCode')
  const problemText = useStepProblem()
  const toNextStep = useNextStep()
  const call = useStepCall('keep-recovery-code')
  const keep = useMutation({
    mutationFn: async () => toNextStep((await call(() => api.signIn.keepRecoveryCode({ body: { kept: true } }))).step),
  })
  return (
    <ConfirmSavedForm
      submitLabel={t('submit')}
      busy={keep.isPending}
      problem={keep.isError ? problemText(keep.error) : undefined}
      onSaved={keep.mutateAsync}
    />
  )
}
