import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { api } from '../../../client/api.ts'
import { Button } from '../../../ui/button.tsx'
import { FocusOnMount } from '../../../ui/focus-on-mount.tsx'
import { Notice } from '../../../ui/notice.tsx'
import type { SignInFlow } from '../sign-in-flow.ts'
import { ConfirmSavedForm } from './confirm-saved-form.tsx'
import { recoveryCodeQuery, type ShownCode, showRecoveryCode } from './recovery-code-query.ts'
import { ShownRecoveryCode } from './shown-recovery-code.tsx'

/** The last step: the user confirms that the code is saved before they get in. */
export function KeepAtSignIn({ email, flow }: { email: string; flow: SignInFlow }) {
  const t = useTranslations('signInSteps.recoveryCode')
  const { data: shown } = useQuery(recoveryCodeQuery)
  const { call, onStep, problemText } = flow
  const keep = async () => onStep((await call(() => api.signIn.keepRecoveryCode({ body: { kept: true } }))).step)
  return (
    <>
      {shown ? <Shown shown={shown} email={email} /> : <HiddenCode flow={flow} />}
      <ConfirmSavedForm submitLabel={t('submit')} send={keep} problemText={problemText} />
    </>
  )
}

function Shown({ shown: { code, why }, email }: { shown: ShownCode; email: string }) {
  const t = useTranslations('recoveryCode')
  const block = <ShownRecoveryCode code={code} email={email} />
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

/** The page was left or reloaded. A user who saved the code before that needs no other; making one would void it. */
function HiddenCode({ flow: { call, problemText } }: { flow: SignInFlow }) {
  const t = useTranslations('signInSteps.recoveryCode')
  const client = useQueryClient()
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
