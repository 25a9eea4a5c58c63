import { useForm } from '@mantine/form'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { problemCode } from '../../app/errors.ts'
import { Button } from '../../ui/button.tsx'
import { Form } from '../../ui/form.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useStepProblem } from './use-step-problem.ts'

/** A mobile number. Which ones take a code is for the server to say; what is wrong with it stands at the field. */
export function PhoneForm({ send }: { send: (phone: string) => Promise<unknown> }) {
  const t = useTranslations('signInSteps.linkNumber')
  const problemText = useStepProblem()
  const [problem, setProblem] = useState<string>()
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { phone: '' },
    validate: { phone: (phone) => (phone.trim() === '' ? t('missing') : null) },
  })
  const submit = async ({ phone }: { phone: string }) => {
    setProblem(undefined)
    try {
      await send(phone)
    } catch (error) {
      const code = problemCode(error)
      if (code === 'phone.invalid' || code === 'phone.limit') return form.setErrors({ phone: problemText(error) })
      setProblem(problemText(error))
    }
  }
  return (
    <Form form={form} problem={problem} onSubmit={submit}>
      <TextField
        {...form.getInputProps('phone')}
        key={form.key('phone')}
        name="phone"
        label={t('number')}
        hint={t('numberHint')}
        type="tel"
        autoComplete="tel"
        maxLength={40}
      />
      <Button type="submit" wide busy={form.submitting}>
        {t('send')}
      </Button>
    </Form>
  )
}
