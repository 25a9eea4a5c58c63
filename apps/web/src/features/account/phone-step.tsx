import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { api } from '../../app/api.ts'
import { fieldProblems, problemCode } from '../../app/errors.ts'
import { useFresh } from '../../app/session.ts'
import { Form } from '../../ui/form.tsx'
import { TextField } from '../../ui/text-field.tsx'
import type { Factor, SentCode } from './account-queries.ts'
import { LinkActions } from './link-actions.tsx'
import { useAccountProblem } from './use-account-problem.ts'

type PhoneStepProps = {
  /** The number whose place it takes. */
  former: Factor | undefined
  onBegun: (begun: { phone: string; sent: SentCode }) => void
}

/** Step 1: the number. Sending the form sends the code. */
export function PhoneStep({ former, onBegun }: PhoneStepProps) {
  const t = useTranslations('account.number')
  const problemText = useAccountProblem()
  const fresh = useFresh()
  const start = useMutation({
    mutationFn: (phone: string) => fresh(() => api.account.startPhone({ body: { phone } })),
  })
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { phone: '' },
    validate: { phone: (value) => (value.trim() === '' ? t('missing') : null) },
  })
  const ofField = (error: unknown) => {
    const code = problemCode(error)
    if (code === 'phone.invalid' || code === 'phone.limit') return problemText(error)
    return fieldProblems(error).length > 0 ? t('missing') : undefined
  }
  const send = async ({ phone }: { phone: string }) => {
    try {
      onBegun({ phone, sent: await start.mutateAsync(phone) })
    } catch (error) {
      const wrong = ofField(error)
      if (wrong) form.setErrors({ phone: wrong })
    }
  }
  return (
    <Form form={form} onSubmit={send} problem={ofField(start.error) ? undefined : problemText(start.error)}>
      {former?.ending && <p>{t('replaceText', { ending: former.ending })}</p>}
      <TextField
        {...form.getInputProps('phone')}
        key={form.key('phone')}
        name="phone"
        label={t('label')}
        hint={t('hint')}
        type="tel"
        autoComplete="tel"
      />
      <LinkActions label={t('send')} busy={start.isPending} />
    </Form>
  )
}
