import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { api } from '../../client/api.ts'
import { Button } from '../../ui/button.tsx'
import { Form } from '../../ui/form.tsx'
import { PasswordField } from '../../ui/password-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { checkSignIn } from './check-sign-in.ts'
import { useNextStep } from './use-next-step.ts'
import { useSignInProblem } from './use-sign-in-problem.ts'

type Credentials = { email: string; password: string }

/** E-mail and password together, so that a password manager fills in both. What was wrong is not told: it may be a stranger. */
export function SignInForm({ email }: { email: string }) {
  const t = useTranslations('signIn')
  const problemText = useSignInProblem()
  const toNextStep = useNextStep()
  const signIn = useMutation({
    mutationFn: async (body: Credentials) => toNextStep((await api.signIn.password({ body })).step),
    gcTime: 0,
  })
  const form = useForm<Credentials>({
    mode: 'uncontrolled',
    initialValues: { email, password: '' },
    validate: (values) => checkSignIn(values, t),
  })
  return (
    <Form
      form={form}
      problem={signIn.isError ? problemText(signIn.error) : undefined}
      onSubmit={(values) => signIn.mutateAsync(values).catch(() => form.setFieldValue('password', ''))}
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
