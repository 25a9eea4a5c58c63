import { parseEmailAddress } from '@keyholder/domain'
import { useForm } from '@mantine/form'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import { useTranslations } from 'use-intl'
import { api } from '../../client/api.ts'
import { fieldProblems, problemCode } from '../../client/errors.ts'
import { useFresh } from '../../client/step-up.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Form } from '../../ui/form.tsx'
import { Page } from '../../ui/page.tsx'
import { TextField } from '../../ui/text-field.tsx'
import classes from './account.module.css'
import { writePlace } from './account-place.ts'
import { accountQuery } from './account-queries.ts'
import { useAccountProblem } from './use-account-problem.ts'

const BACK = writePlace({ part: 'profile' })

/** Asks for another address. Nothing changes before it was confirmed by the link in a mail to it. */
export function ChangeEmail({ onAsked }: { onAsked: (outcome: string) => void }) {
  const t = useTranslations('account.email')
  return (
    <Page place="email" title={t('title')} intro={<p>{t('intro')}</p>} back={{ to: BACK, label: t('back') }}>
      <EmailForm onAsked={onAsked} />
    </Page>
  )
}

function EmailForm({ onAsked }: { onAsked: (outcome: string) => void }) {
  const t = useTranslations('account.email')
  const ui = useTranslations('ui')
  const problemText = useAccountProblem()
  const fresh = useFresh()
  const client = useQueryClient()
  const navigate = useNavigate()
  const ask = useMutation({
    mutationFn: (email: string) => fresh(() => api.account.changeEmail({ body: { email } })),
    onSuccess: () => client.invalidateQueries({ ...accountQuery, exact: true }),
  })
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { email: '' },
    validate: {
      email: (value) => {
        if (value.trim() === '') return t('missing')
        return parseEmailAddress(value) === null ? t('wrong') : null
      },
    },
  })
  const ofField = (error: unknown) => {
    if (problemCode(error) === 'email.same') return t('same')
    return fieldProblems(error).length > 0 ? t('wrong') : undefined
  }
  const send = async ({ email }: { email: string }) => {
    try {
      await ask.mutateAsync(email)
      onAsked(t('asked', { email: parseEmailAddress(email) ?? email }))
      await navigate(BACK)
    } catch (error) {
      const wrong = ofField(error)
      if (wrong) form.setErrors({ email: wrong })
    }
  }
  return (
    <Form form={form} onSubmit={send} problem={ofField(ask.error) ? undefined : problemText(ask.error)}>
      <TextField
        {...form.getInputProps('email')}
        key={form.key('email')}
        name="email"
        label={t('new')}
        hint={t('newHint')}
        type="email"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
      />
      <div className={classes.actions}>
        <Button type="submit" busy={ask.isPending}>
          {t('submit')}
        </Button>
        <ButtonLink to={BACK} look="secondary">
          {ui('cancel')}
        </ButtonLink>
      </div>
    </Form>
  )
}
