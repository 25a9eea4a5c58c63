import { account } from '@keyholder/contracts'
import { parseEmailAddress } from '@keyholder/domain'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import { useTranslations } from 'use-intl'
import { api } from '../../client/api.ts'
import { problemCode } from '../../client/errors.ts'
import { useFresh } from '../../client/step-up.ts'
import { useContractForm } from '../../client/use-contract-form.ts'
import classes from '../../ui/arrangement.module.css'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Form } from '../../ui/form.tsx'
import { Page } from '../../ui/page.tsx'
import { EmailField } from '../../ui/text-field.tsx'
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
  const { field, busy, props } = useEmailForm(onAsked)
  return (
    <Form {...props}>
      <EmailField {...field('email')} label={t('new')} hint={t('newHint')} autoComplete="off" />
      <div className={classes.actions}>
        <Button type="submit" busy={busy}>
          {t('submit')}
        </Button>
        <ButtonLink to={BACK} look="secondary">
          {ui('cancel')}
        </ButtonLink>
      </div>
    </Form>
  )
}

function useEmailForm(onAsked: (outcome: string) => void) {
  const t = useTranslations('account.email')
  const fresh = useFresh()
  const client = useQueryClient()
  const navigate = useNavigate()
  return useContractForm({
    body: account.changeEmail.body,
    initialValues: { email: '' },
    texts: { email: { missing: t('missing'), wrong: t('wrong') } },
    send: async (body) => {
      await fresh(() => api.account.changeEmail({ body }))
      await client.invalidateQueries({ ...accountQuery, exact: true })
      onAsked(t('asked', { email: parseEmailAddress(body.email) ?? body.email }))
      await navigate(BACK)
    },
    atField: (error) => (problemCode(error) === 'email.same' ? { email: t('same') } : {}),
    problemText: useAccountProblem(),
  })
}
