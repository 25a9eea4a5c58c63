import { parseEmailAddress } from '@keyholder/domain'
import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { api } from '../../app/api.ts'
import { useProblemText } from '../../app/errors.ts'
import { Button } from '../../ui/button.tsx'
import { Form } from '../../ui/form.tsx'
import { Page } from '../../ui/page.tsx'
import { Stack } from '../../ui/stack.tsx'
import { TextField } from '../../ui/text-field.tsx'

const BACK = '/sign-in'

/** Asks for the link to choose a new password. The answer is the same for every address. */
export function ForgottenPassword() {
  const t = useTranslations('links.forgotten')
  const ask = useMutation({
    mutationFn: async (email: string) => {
      await api.passwordReset.request({ body: { email } })
      return email
    },
  })
  if (ask.isSuccess) return <Sent email={ask.data} onAgain={ask.reset} />
  return (
    <Page title={t('title')} intro={t('intro')} back={{ to: BACK, label: t('back') }}>
      <EmailForm busy={ask.isPending} error={ask.error} onEmail={ask.mutateAsync} />
    </Page>
  )
}

type EmailFormProps = { busy: boolean; error: unknown; onEmail: (email: string) => Promise<unknown> }

function EmailForm({ busy, error, onEmail }: EmailFormProps) {
  const t = useTranslations('links')
  const problemText = useProblemText()
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { email: '' },
    validate: {
      email: (email) => {
        if (email === '') return t('forgotten.emailMissing')
        return parseEmailAddress(email) === null ? t('forgotten.emailWrong') : null
      },
    },
  })
  return (
    <Form
      form={form}
      problem={error ? problemText(error, { 'request.invalid': t('forgotten.emailWrong') }) : undefined}
      onSubmit={({ email }) => onEmail(email).catch(() => null)}
    >
      <TextField
        {...form.getInputProps('email')}
        key={form.key('email')}
        name="email"
        label={t('email')}
        type="email"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
      />
      <Button type="submit" wide busy={busy}>
        {t('forgotten.submit')}
      </Button>
    </Form>
  )
}

function Sent({ email, onAgain }: { email: string; onAgain: () => void }) {
  const t = useTranslations('links.forgotten')
  return (
    <Page title={t('sentTitle')} place="sent" back={{ to: BACK, label: t('back') }}>
      <Stack>
        <p>{t.rich('sent', { email: () => <strong>{email}</strong> })}</p>
        <p>{t('nothing')}</p>
        <Button look="secondary" onClick={onAgain}>
          {t('otherAddress')}
        </Button>
      </Stack>
    </Page>
  )
}
