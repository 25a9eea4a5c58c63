import { PASSWORD_MAX, PASSWORD_MIN } from '@keyholder/domain'
import { useForm } from '@mantine/form'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { api } from '../../app/api.ts'
import { problemCode, problemReason } from '../../app/errors.ts'
import { sessionQuery, useFresh } from '../../app/session.ts'
import { Button } from '../../ui/button.tsx'
import { Form } from '../../ui/form.tsx'
import { PasswordField } from '../../ui/password-field.tsx'
import { useAccountProblem } from './use-account-problem.ts'
import { weakness } from './weak-password.ts'

type Passwords = { currentPassword: string; newPassword: string }

const EMPTY: Passwords = { currentPassword: '', newPassword: '' }
const LENGTHS = { min: String(PASSWORD_MIN), max: String(PASSWORD_MAX) }

type PasswordFormProps = {
  /** Not shown: it tells a password manager whose password this is. */
  email: string
  onSend: () => void
  onChanged: () => void
}

/** The current password, and a new one. */
export function PasswordForm({ email, onSend, onChanged }: PasswordFormProps) {
  const t = useTranslations('account.password')
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
      currentPassword: (value) => (value === '' ? t('currentMissing') : null),
      newPassword: (value) => {
        if (value === '') return t('newMissing')
        return [...value.normalize('NFC')].length < PASSWORD_MIN ? t('weak.too_short', LENGTHS) : null
      },
    },
  })
  const explain = (error: unknown): Partial<Passwords> => {
    const code = problemCode(error)
    if (code === 'password.wrong') return { currentPassword: t('currentWrong') }
    if (code === 'password.weak') return { newPassword: t(`weak.${weakness(problemReason(error))}`, LENGTHS) }
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
        label={t('current')}
        autoComplete="current-password"
      />
      <PasswordField
        {...form.getInputProps('newPassword')}
        key={form.key('newPassword')}
        name="newPassword"
        label={t('new')}
        hint={t('rules', LENGTHS)}
        autoComplete="new-password"
      />
      <div>
        <Button type="submit" busy={change.isPending}>
          {t('submit')}
        </Button>
      </div>
    </Form>
  )
}
