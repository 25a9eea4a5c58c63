import { account } from '@keyholder/contracts'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { api } from '../../client/api.ts'
import { problemCode, problemReason } from '../../client/errors.ts'
import { sessionQuery } from '../../client/session.ts'
import { useFresh } from '../../client/step-up.ts'
import { useContractForm } from '../../client/use-contract-form.ts'
import { useSession } from '../../client/use-session.ts'
import { Form } from '../../ui/form.tsx'
import { NewPasswordField } from '../../ui/new-password-field.tsx'
import { PasswordField } from '../../ui/password-field.tsx'
import { SubmitButton } from '../../ui/submit-button.tsx'
import { useNewPasswordCheck } from '../../ui/use-new-password-check.ts'
import { usePasswordProblem } from '../../ui/use-password-problem.ts'
import type { Account } from './account-queries.ts'
import { useAccountProblem } from './use-account-problem.ts'

type PasswordFormProps = {
  /** Whose password this is. The address is told to a password manager. */
  account: Account
  onSend: () => void
  onChanged: () => void
}

/** The current password, and a new one. */
export function PasswordForm(props: PasswordFormProps) {
  const { email, name, passwordMin: min } = props.account
  const { tenant } = useSession()
  const t = useTranslations('account.password')
  const { form, field, busy, props: sending } = usePasswordForm(props)
  return (
    <Form {...sending}>
      <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
      <PasswordField
        {...field('currentPassword')}
        key={form.key('currentPassword')}
        label={t('current')}
        autoComplete="current-password"
      />
      <NewPasswordField
        {...field('newPassword')}
        label={t('new')}
        owner={{ email, name, tenantName: tenant.name }}
        min={min}
      />
      <SubmitButton busy={busy}>{t('submit')}</SubmitButton>
    </Form>
  )
}

function usePasswordForm({ account: { passwordMin: min }, onSend, onChanged }: PasswordFormProps) {
  const t = useTranslations()
  const weakness = usePasswordProblem()
  const checkNew = useNewPasswordCheck(min)
  const fresh = useFresh()
  const client = useQueryClient()
  const made = useContractForm({
    body: account.changePassword.body,
    initialValues: { currentPassword: '', newPassword: '' },
    texts: { currentPassword: t('account.password.currentMissing'), newPassword: t('newPassword.missing') },
    check: ({ newPassword }) => ({ newPassword: checkNew(newPassword) }),
    send: async (body) => {
      onSend()
      await fresh(() => api.account.changePassword({ body }))
      await Promise.all([client.invalidateQueries({ queryKey: ['account'] }), client.invalidateQueries(sessionQuery)])
      onChanged()
    },
    atField: (error) => {
      const code = problemCode(error)
      if (code === 'password.wrong') return { currentPassword: t('account.password.currentWrong') }
      return code === 'password.weak' ? { newPassword: weakness(problemReason(error), min) } : {}
    },
    onProblem: (error) => {
      if (problemCode(error) === 'password.wrong') made.form.setFieldValue('currentPassword', '')
    },
    problemText: useAccountProblem(),
  })
  return made
}
