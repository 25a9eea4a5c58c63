import { useForm } from '@mantine/form'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { api } from '../../app/api.ts'
import { Button } from '../../ui/button.tsx'
import { CheckField } from '../../ui/check-field.tsx'
import { Form } from '../../ui/form.tsx'
import { Notice } from '../../ui/notice.tsx'
import { RecoveryCode } from './recovery-code.tsx'
import { recoveryCodeQuery, showRecoveryCode } from './recovery-code-query.ts'
import { useGoOn } from './use-go-on.ts'
import { useSignInProblem } from './use-sign-in-problem.ts'
import { useStepCall } from './use-step-call.ts'

/** The last step: nobody gets in before they say that they kept the code. */
export function KeepRecoveryCode({ email }: { email: string }) {
  const { data: shown } = useQuery(recoveryCodeQuery)
  return (
    <>
      {shown ? <RecoveryCode {...shown} email={email} /> : <HiddenCode />}
      <KeptForm />
    </>
  )
}

/** The page was left or loaded again. Whoever kept the code before that needs no other; making one would void it. */
function HiddenCode() {
  const t = useTranslations('signInSteps.recoveryCode')
  const problemText = useSignInProblem()
  const client = useQueryClient()
  const call = useStepCall('keep-recovery-code')
  const renew = useMutation({
    mutationFn: () => call(() => api.signIn.renewRecoveryCode()),
    onSuccess: ({ recoveryCode }) => showRecoveryCode(client, { code: recoveryCode, isRenewed: true }),
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

function KeptForm() {
  const t = useTranslations('signInSteps.recoveryCode')
  const problemText = useSignInProblem()
  const goOn = useGoOn()
  const call = useStepCall('keep-recovery-code')
  const keep = useMutation({
    mutationFn: async () => goOn((await call(() => api.signIn.keepRecoveryCode({ body: { kept: true } }))).step),
  })
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { kept: false },
    validate: { kept: (kept) => (kept ? null : t('keptMissing')) },
  })
  return (
    <Form
      form={form}
      problem={keep.isError ? problemText(keep.error) : undefined}
      onSubmit={() => keep.mutateAsync().catch(() => null)}
    >
      <CheckField
        {...form.getInputProps('kept', { type: 'checkbox' })}
        key={form.key('kept')}
        name="kept"
        label={t('kept')}
      />
      <Button type="submit" wide busy={keep.isPending}>
        {t('submit')}
      </Button>
    </Form>
  )
}
