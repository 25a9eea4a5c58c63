import { passwordLengthProblem } from '@keyholder/domain'
import { useForm } from '@mantine/form'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { api } from '../../client/api.ts'
import { problemCode, problemReason } from '../../client/errors.ts'
import { sessionQuery } from '../../client/session.ts'
import { useFresh } from '../../client/step-up.ts'
import { useSession } from '../../client/use-session.ts'
import { Button } from '../../ui/button.tsx'
import { Form } from '../../ui/form.tsx'
import { NewPasswordField } from '../../ui/new-password-field.tsx'
import { PasswordField } from '../../ui/password-field.tsx'
import { usePasswordProblem } from '../../ui/use-password-problem.ts'
import type { Account } from './account-queries.ts'
import { useAccountProblem } from './use-account-problem.ts'

type Passwords = { currentPassword: string; newPassword: string }

const EMPTY: Passwords = { currentPassword: '', newPassword: '' }

type PasswordFormProps = {
  /** Whose password this is. The address is told to a password manager. */
  account: Account
  onSend: () => void
  onChanged: () => void
}

/** The current password, and a new one. */
export function PasswordForm({ account, onSend, onChanged }: PasswordFormProps) {
  const { email, name, passwordMin: min } = account
  const { tenant } = useSession()
  const t = useTranslations()
  const weakness = usePasswordProblem()
  const problemText = useAccountProblem()
  const fresh = useFresh()
  const client = useQueryClient()
  const change = useMutation({
    mutationFn: (body: Passwords) => fresh(() => api.account.changePassword({ body })),
    onSuccess: () =>
      Promise.all([client.invalidateQueries({ queryKey: ['account'] }), client.invalidateQueries(sessionQuery)]),
  })
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: EMPTY,
    validate: {
      currentPassword: (value) => (value === '' ? t('account.password.currentMissing') : null),
      newPassword: (value) => {
        if (value === '') return t('newPassword.missing')
        const reason = passwordLengthProblem(value, min)
        return reason && weakness(reason, min)
      },
    },
  })
  const explain = (error: unknown): Partial<Passwords> => {
    const code = problemCode(error)
    if (code === 'password.wrong') return { currentPassword: t('account.password.currentWrong') }
    if (code === 'password.weak') return { newPassword: weakness(problemReason(error), min) }
    return {}
  }
  const send = async (values: Passwords) => {
    onSend()
    try {
      await change.mutateAsync(values)
      onChanged()
    } catch (error) {
      const errors = explain(error)
      if (errors.currentPassword) form.setFieldValue('currentPassword', '')
      form.setErrors(errors)
    }
  }
  const isOfField = Object.keys(explain(change.error)).length > 0
  return (
    <Form form={form} onSubmit={send} problem={isOfField ? undefined : problemText(change.error)}>
      <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
      <PasswordField
        {...form.getInputProps('currentPassword')}
        key={form.key('currentPassword')}
        name="currentPassword"
        label={t('account.password.current')}
        autoComplete="current-password"
      />
      <NewPasswordField
        {...form.getInputProps('newPassword')}
        key={form.key('newPassword')}
        name="newPassword"
        label={t('account.password.new')}
        owner={{ email, name, tenantName: tenant.name }}
        min={min}
      />
      <div>
        <Button type="submit" busy={change.isPending}>
          {t('account.password.submit')}
        </Button>
      </div>
    </Form>
  )
}
