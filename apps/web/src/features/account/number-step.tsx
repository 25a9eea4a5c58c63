import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { api } from '../../client/api.ts'
import { fieldProblems, problemCode } from '../../client/errors.ts'
import { useFresh } from '../../client/step-up.ts'
import { Form } from '../../ui/form.tsx'
import { TextField } from '../../ui/text-field.tsx'
import type { Factor, SentCode } from './account-queries.ts'
import { LinkActions } from './link-actions.tsx'
import { useAccountProblem } from './use-account-problem.ts'

type NumberStepProps = {
  /** The number whose place it takes. */
  former: Factor | undefined
  onBegun: (begun: { number: string; sent: SentCode }) => void
}

/** Step 1: the number. Sending the form sends the code. */
export function NumberStep({ former, onBegun }: NumberStepProps) {
  const t = useTranslations('account.number')
  const problemText = useAccountProblem()
  const fresh = useFresh()
  const start = useMutation({
    mutationFn: (number: string) => fresh(() => api.account.startNumber({ body: { number } })),
  })
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { number: '' },
    validate: { number: (value) => (value.trim() === '' ? t('missing') : null) },
  })
  const ofField = (error: unknown) => {
    const code = problemCode(error)
    if (code === 'phone.invalid' || code === 'phone.limit') return problemText(error)
    return fieldProblems(error).length > 0 ? t('missing') : undefined
  }
  const send = async ({ number }: { number: string }) => {
    try {
      onBegun({ number, sent: await start.mutateAsync(number) })
    } catch (error) {
      const wrong = ofField(error)
      if (wrong) form.setErrors({ number: wrong })
    }
  }
  return (
    <Form form={form} onSubmit={send} problem={ofField(start.error) ? undefined : problemText(start.error)}>
      {former?.ending && <p>{t('replaceText', { ending: former.ending })}</p>}
      <TextField
        {...form.getInputProps('number')}
        key={form.key('number')}
        name="number"
        label={t('label')}
        hint={t('hint')}
        type="tel"
        autoComplete="tel"
      />
      <LinkActions label={t('send')} busy={start.isPending} />
    </Form>
  )
}
