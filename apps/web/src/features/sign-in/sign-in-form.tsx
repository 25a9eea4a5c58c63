import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { Button } from '../../ui/button.tsx'
import { Form } from '../../ui/form.tsx'
import { PasswordField } from '../../ui/password-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { checkSignIn } from './check-sign-in.ts'

/** E-mail and password together, so that a password manager fills in both. */
export function SignInForm() {
  const t = useTranslations('signIn')
  const signIn = useMutation({ mutationFn: () => Promise.reject(new Error('unreachable')) })
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { email: '', password: '' },
    validate: (values) => checkSignIn(values, t),
  })
  return (
    <Form
      form={form}
      problem={signIn.isError ? t('unreachable') : undefined}
      onSubmit={async () => {
        await signIn.mutateAsync().catch(() => form.setFieldValue('password', ''))
      }}
    >
      <TextField
        {...form.getInputProps('email')}
        key={form.key('email')}
        name="email"
        label={t('email')}
        type="email"
        autoComplete="username webauthn"
        autoCapitalize="none"
        spellCheck={false}
      />
      <PasswordField
        {...form.getInputProps('password')}
        key={form.key('password')}
        name="password"
        label={t('password')}
        autoComplete="current-password"
      />
      <Button type="submit" wide busy={signIn.isPending}>
        {t('submit')}
      </Button>
    </Form>
  )
}
