import { passwordLengthProblem } from '@keyholder/domain'
import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { problemCode, problemReason } from '../../client/errors.ts'
import { Button } from '../../ui/button.tsx'
import { Form } from '../../ui/form.tsx'
import { NewPasswordField } from '../../ui/new-password-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { usePasswordProblem } from '../../ui/use-password-problem.ts'
import type { OpenLink } from './opened-link.tsx'

type NewPasswordFormProps = {
  /** Whose password it will be: the address is shown, and told to the password manager. */
  link: OpenLink
  label: string
  submitLabel: string
  /** Sends the password; rejects with the problem. */
  send: (password: string) => Promise<unknown>
  problemText: (error: unknown) => string
}

/** A password that somebody chooses. What is wrong with it is said at the field, by its reason. */
export function NewPasswordForm({ link, label, submitLabel, send, problemText }: NewPasswordFormProps) {
  const { email, name, tenantName, passwordMin: min } = link
  const t = useTranslations()
  const weakness = usePasswordProblem()
  const sending = useMutation({ mutationFn: send, gcTime: 0 })
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { password: '' },
    validate: {
      password: (password) => {
        if (password === '') return t('newPassword.missing')
        const reason = passwordLengthProblem(password, min)
        return reason && weakness(reason, min)
      },
    },
  })
  const submit = ({ password }: { password: string }) =>
    sending.mutateAsync(password).catch((error: unknown) => {
      if (problemCode(error) === 'password.weak') form.setErrors({ password: weakness(problemReason(error), min) })
    })
  const problem = problemCode(sending.error) === 'password.weak' ? null : sending.error
  return (
    <Form form={form} problem={problem ? problemText(problem) : undefined} onSubmit={submit}>
      <TextField name="email" label={t('links.email')} type="email" autoComplete="username" value={email} readOnly />
      <NewPasswordField
        {...form.getInputProps('password')}
        key={form.key('password')}
        name="password"
        label={label}
        owner={{ email, name, tenantName: tenantName ?? '' }}
        min={min}
      />
      <Button type="submit" wide busy={sending.isPending}>
        {submitLabel}
      </Button>
    </Form>
  )
}
