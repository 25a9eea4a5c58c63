import { readRecoveryCode } from '@keyholder/domain'
import { useForm } from '@mantine/form'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { api } from '../../client/api.ts'
import { problemCode, problemReason } from '../../client/errors.ts'
import { Button } from '../../ui/button.tsx'
import { Form } from '../../ui/form.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { showRecoveryCode } from './recovery-code-query.ts'
import { useNextStep } from './use-next-step.ts'
import { useStepCall } from './use-step-call.ts'
import { useStepProblem } from './use-step-problem.ts'

/** The recovery code signs in and is replaced at once: the next page shows the new one. A typing error costs no try. */
export function RecoveryCodeForm() {
  const t = useTranslations('signInSteps')
  const problemText = useStepProblem()
  const client = useQueryClient()
  const toNextStep = useNextStep()
  const call = useStepCall('factor')
  const use = useMutation({
    mutationFn: async (code: string) => {
      const { step, recoveryCode } = await call(() => api.signIn.recoveryCode({ body: { code } }))
      showRecoveryCode(client, { code: recoveryCode, why: 'used' })
      await toNextStep(step)
    },
    gcTime: 0,
  })
  const mistake = (code: string) => {
    if (code.trim() === '') return t('recovery.missing')
    return 'typingError' in readRecoveryCode(code) ? t('recovery.typing') : null
  }
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { recoveryCode: '' },
    validate: { recoveryCode: mistake },
  })
  const submit = ({ recoveryCode }: { recoveryCode: string }) =>
    use.mutateAsync(recoveryCode).catch((error: unknown) => {
      if (problemCode(error) !== 'code.wrong') return
      form.setErrors({ recoveryCode: t(problemReason(error) === 'typing' ? 'recovery.typing' : 'recovery.wrong') })
    })
  const problem = problemCode(use.error) === 'code.wrong' ? null : use.error
  return (
    <>
      <p>{t('recovery.intro')}</p>
      <Form form={form} problem={problem ? problemText(problem) : undefined} onSubmit={submit}>
        <TextField
          {...form.getInputProps('recoveryCode')}
          key={form.key('recoveryCode')}
          name="recoveryCode"
          label={t('recovery.label')}
          hint={t('recovery.hint')}
          autoComplete="off"
          autoCapitalize="characters"
          autoCorrect="off"
          spellCheck={false}
          maxLength={100}
        />
        <Button type="submit" wide busy={use.isPending}>
          {t('code.submit')}
        </Button>
      </Form>
      <p>{t('recovery.lost')}</p>
    </>
  )
}
