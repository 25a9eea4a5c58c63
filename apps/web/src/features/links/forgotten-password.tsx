import { passwordReset } from '@keyholder/contracts'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { api } from '../../client/api.ts'
import { useProblemText } from '../../client/problem-text.ts'
import { useContractForm } from '../../client/use-contract-form.ts'
import { Button } from '../../ui/button.tsx'
import { Form } from '../../ui/form.tsx'
import { Page } from '../../ui/page.tsx'
import { Stack } from '../../ui/stack.tsx'
import { EmailField } from '../../ui/text-field.tsx'

const BACK = '/sign-in'

/** Asks for the link to choose a new password. The answer is the same for every address. */
export function ForgottenPassword() {
  const t = useTranslations('links.forgotten')
  const [sentTo, setSentTo] = useState<string>()
  if (sentTo !== undefined) return <Sent email={sentTo} onAgain={() => setSentTo(undefined)} />
  return (
    <Page title={t('title')} intro={t('intro')} back={{ to: BACK, label: t('back') }}>
      <EmailForm onSent={setSentTo} />
    </Page>
  )
}

function EmailForm({ onSent }: { onSent: (email: string) => void }) {
  const t = useTranslations('links')
  const { field, busy, props } = useContractForm({
    body: passwordReset.request.body,
    initialValues: { email: '' },
    texts: { email: { missing: t('forgotten.emailMissing'), wrong: t('forgotten.emailWrong') } },
    send: async (body) => {
      await api.passwordReset.request({ body })
      onSent(body.email)
    },
    problemText: useProblemText(),
  })
  return (
    <Form {...props}>
      <EmailField {...field('email')} label={t('email')} autoComplete="username" />
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
