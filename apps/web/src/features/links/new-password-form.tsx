import { PASSWORD_MIN } from '@keyholder/domain'
import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { problemCode, problemReason } from '../../app/errors.ts'
import { Button } from '../../ui/button.tsx'
import { Form } from '../../ui/form.tsx'
import { PasswordField } from '../../ui/password-field.tsx'
import { TextField } from '../../ui/text-field.tsx'

type NewPasswordFormProps = {
  /** Whose password it will be: shown, and told to the password manager. */
  email: string
  label: string
  submitLabel: string
  /** Sends the password; rejects with the problem. */
  send: (password: string) => Promise<unknown>
  problemText: (error: unknown) => string
}

/** A password that somebody chooses. What is wrong with it is said at the field, by its reason. */
export function NewPasswordForm({ email, label, submitLabel, send, problemText }: NewPasswordFormProps) {
  const t = useTranslations('links')
  const weakness = useWeakness()
  const sending = useMutation({ mutationFn: send, gcTime: 0 })
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { password: '' },
    validate: { password: weakness.ofLength },
  })
  const submit = ({ password }: { password: string }) =>
    sending.mutateAsync(password).catch((error: unknown) => {
      if (problemCode(error) === 'password.weak') form.setErrors({ password: weakness.of(problemReason(error)) })
    })
  const problem = problemCode(sending.error) === 'password.weak' ? null : sending.error
  return (
    <Form form={form} problem={problem ? problemText(problem) : undefined} onSubmit={submit}>
      <TextField name="email" label={t('email')} type="email" autoComplete="username" value={email} readOnly />
      <PasswordField
        {...form.getInputProps('password')}
        key={form.key('password')}
        name="password"
        label={label}
        hint={t('newPassword.hint')}
        autoComplete="new-password"
      />
      <Button type="submit" wide busy={sending.isPending}>
        {submitLabel}
      </Button>
    </Form>
  )
}

const REASONS = ['too_short', 'too_long', 'contains_own_name', 'common'] as const

function useWeakness() {
  const t = useTranslations('links.newPassword')
  return {
    ofLength: (password: string) => {
      if (password === '') return t('missing')
      return [...password].length < PASSWORD_MIN ? t('too_short') : null
    },
    of: (reason: string | null) => t(REASONS.find((known) => known === reason) ?? 'weak'),
  }
}
