import { account } from '@keyholder/contracts'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { api } from '../../client/api.ts'
import { useContractForm } from '../../client/use-contract-form.ts'
import { Form } from '../../ui/form.tsx'
import { SubmitButton } from '../../ui/submit-button.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { accountQuery } from './account-queries.ts'
import { useAccountProblem } from './use-account-problem.ts'

type NameFormProps = { name: string; onSave: () => void; onSaved: () => void }

/** One's own name, as colleagues see it. */
export function NameForm({ name, onSave, onSaved }: NameFormProps) {
  const t = useTranslations('account.profile')
  const client = useQueryClient()
  const { field, busy, props } = useContractForm({
    body: account.change.body,
    initialValues: { name },
    texts: { name: { missing: t('nameMissing'), wrong: t('nameWrong') } },
    send: async (body) => {
      onSave()
      const changed = await api.account.change({ body })
      client.setQueryData(accountQuery.queryKey, changed)
      await client.invalidateQueries() // a name stands on many pages
      onSaved()
    },
    problemText: useAccountProblem(),
  })
  return (
    <Form {...props}>
      <TextField {...field('name')} label={t('name')} hint={t('nameHint')} autoComplete="name" />
      <SubmitButton busy={busy}>{t('saveName')}</SubmitButton>
    </Form>
  )
}
