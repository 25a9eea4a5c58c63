import { useForm } from '@mantine/form'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { problemCode } from '../../client/errors.ts'
import { Button } from '../../ui/button.tsx'
import { Form } from '../../ui/form.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useStepProblem } from './use-step-problem.ts'

/** A mobile number. Which ones take a code is for the server to say; what is wrong with it stands at the field. */
export function NumberForm({ send }: { send: (number: string) => Promise<unknown> }) {
  const t = useTranslations('signInSteps.linkNumber')
  const problemText = useStepProblem()
  const [problem, setProblem] = useState<string>()
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { number: '' },
    validate: { number: (number) => (number.trim() === '' ? t('missing') : null) },
  })
  const submit = async ({ number }: { number: string }) => {
    setProblem(undefined)
    try {
      await send(number)
    } catch (error) {
      const code = problemCode(error)
      if (code === 'phone.invalid' || code === 'phone.limit') return form.setErrors({ number: problemText(error) })
      setProblem(problemText(error))
    }
  }
  return (
    <Form form={form} problem={problem} onSubmit={submit}>
      <TextField
        {...form.getInputProps('number')}
        key={form.key('number')}
        name="number"
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
