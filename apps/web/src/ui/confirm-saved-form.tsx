import { useForm } from '@mantine/form'
import { useTranslations } from 'use-intl'
import { Button } from './button.tsx'
import { CheckField } from './check-field.tsx'
import { Form } from './form.tsx'

type ConfirmSavedFormProps = {
  submitLabel: string
  busy: boolean
  problem: string | undefined
  onSaved: () => Promise<unknown>
}

/** Nobody goes on before they say that they kept the code. */
export function ConfirmSavedForm({ submitLabel, busy, problem, onSaved }: ConfirmSavedFormProps) {
  const t = useTranslations('recoveryCode')
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { kept: false },
    validate: { kept: (kept) => (kept ? null : t('keptMissing')) },
  })
  return (
    <Form form={form} problem={problem} onSubmit={() => onSaved().catch(() => null)}>
      <CheckField
        {...form.getInputProps('kept', { type: 'checkbox' })}
        key={form.key('kept')}
        name="kept"
        label={t('kept')}
      />
      <Button type="submit" wide busy={busy}>
        {submitLabel}
      </Button>
    </Form>
  )
}
