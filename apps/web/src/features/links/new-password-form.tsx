import { passwordReset } from '@keyholder/contracts'
import { useTranslations } from 'use-intl'
import { problemCode, problemReason } from '../../client/errors.ts'
import { useContractForm } from '../../client/use-contract-form.ts'
import { Button } from '../../ui/button.tsx'
import { Form } from '../../ui/form.tsx'
import { NewPasswordField } from '../../ui/new-password-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useNewPasswordCheck } from '../../ui/use-new-password-check.ts'
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

/** A new password. What is wrong with it is said at the field, by its reason. */
export function NewPasswordForm({ link, label, submitLabel, send, problemText }: NewPasswordFormProps) {
  const { email, name, tenantName, passwordMin: min } = link
  const t = useTranslations()
  const weakness = usePasswordProblem()
  const check = useNewPasswordCheck(min)
  const { field, busy, props } = useContractForm({
    body: passwordReset.complete.body, // that of an invitation is the same
    initialValues: { password: '' },
    texts: { password: t('newPassword.missing') },
    check: ({ password }) => ({ password: check(password) }),
    send: ({ password }) => send(password),
    atField: (error) =>
      problemCode(error) === 'password.weak' ? { password: weakness(problemReason(error), min) } : {},
    problemText,
  })
  return (
    <Form {...props}>
      <TextField name="email" label={t('links.email')} type="email" autoComplete="username" value={email} readOnly />
      <NewPasswordField
        {...field('password')}
        label={label}
        owner={{ email, name, tenantName: tenantName ?? '' }}
        min={min}
      />
      <Button type="submit" wide busy={busy}>
        {submitLabel}
      </Button>
    </Form>
  )
}
