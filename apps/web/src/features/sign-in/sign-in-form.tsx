import { useTranslations } from 'use-intl'
import { api } from '../../client/api.ts'
import { useContractForm } from '../../client/use-contract-form.ts'
import { Button } from '../../ui/button.tsx'
import { Form } from '../../ui/form.tsx'
import { PasswordField } from '../../ui/password-field.tsx'
import { EmailField } from '../../ui/text-field.tsx'
import { Credentials } from './credentials.ts'
import { useNextStep } from './use-next-step.ts'
import { useSignInProblem } from './use-sign-in-problem.ts'

/** E-mail and password together, so that a password manager fills in both. What was wrong is not told: it may be a stranger. */
export function SignInForm({ email }: { email: string }) {
  const t = useTranslations('signIn')
  const { form, field, busy, props } = useSignInForm(email)
  return (
    <Form {...props}>
      <EmailField {...field('email')} label={t('email')} autoComplete="username webauthn" />
      <PasswordField
        {...field('password')}
        key={form.key('password')}
        label={t('password')}
        autoComplete="current-password"
      />
      <Button type="submit" wide busy={busy}>
        {t('submit')}
      </Button>
    </Form>
  )
}

function useSignInForm(email: string) {
  const t = useTranslations('signIn')
  const toNextStep = useNextStep()
  const made = useContractForm({
    body: Credentials,
    initialValues: { email, password: '' },
    texts: {
      email: { missing: t('emailMissing'), wrong: t('emailWrong') },
      password: t('passwordMissing'),
    },
    send: async (body) => toNextStep((await api.signIn.password({ body })).step),
    onProblem: () => made.form.setFieldValue('password', ''),
    problemText: useSignInProblem(),
  })
  return made
}
