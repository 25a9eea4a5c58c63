import { apiUsers } from '@keyholder/contracts'
import { LANGUAGES, SCOPES, type Scope } from '@keyholder/domain'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { api } from '../../client/api.ts'
import { choiceField } from '../../client/choice-field.ts'
import { useFresh } from '../../client/step-up.ts'
import { useContractForm } from '../../client/use-contract-form.ts'
import { useMay, useSession } from '../../client/use-session.ts'
import { useLanguage } from '../../messages/use-language.ts'
import { CheckGroup } from '../../ui/check-group.tsx'
import { Form } from '../../ui/form.tsx'
import { RadioField } from '../../ui/radio-field.tsx'
import { SubmitButton } from '../../ui/submit-button.tsx'
import { EmailField, TextField } from '../../ui/text-field.tsx'
import type { NewApiUser } from './api-user-query.ts'
import { useApiUserProblem } from './use-api-user-problem.ts'

/** A user that is a program. Its secret is not shown here: the link goes to its developer. */
export function NewApiUserForm({ onMade }: { onMade: (made: NewApiUser) => void }) {
  const t = useTranslations('apiUsers')
  const may = useMay()
  const { form, field, busy, props } = useNewApiUserForm(onMade)
  return (
    <Form {...props}>
      <TextField {...field('name')} label={t('name')} hint={t('nameHint')} autoComplete="off" />
      <TextField {...field('responsible')} label={t('responsible')} hint={t('responsibleHint')} autoComplete="off" />
      <EmailField
        {...field('contactEmail')}
        label={t('contactEmail')}
        hint={t('contactEmailHint')}
        autoComplete="off"
      />
      <CheckGroup
        {...choiceField(form, 'scopes')}
        label={t('scopes')}
        hint={t('scopesHint')}
        options={SCOPES.filter(may).map((value) => ({
          value,
          label: t(`scope.${value}`),
          hint: t(`scopeHint.${value}`),
        }))}
      />
      <RadioField
        {...choiceField(form, 'language')}
        label={t('language')}
        options={LANGUAGES.map((value) => ({ value, label: t(`languages.${value}`) }))}
      />
      <SubmitButton busy={busy}>{t('submit')}</SubmitButton>
    </Form>
  )
}

function useNewApiUserForm(onMade: (made: NewApiUser) => void) {
  const t = useTranslations('apiUsers.error')
  const { language } = useLanguage()
  const { user } = useSession()
  const fresh = useFresh()
  const client = useQueryClient()
  const none: Scope[] = []
  return useContractForm({
    mode: 'controlled',
    body: apiUsers.create.body,
    initialValues: { name: '', responsible: user.name, contactEmail: '', language, scopes: none },
    texts: {
      name: { missing: t('nameMissing'), wrong: t('nameWrong') },
      responsible: { missing: t('responsibleMissing'), wrong: t('responsibleWrong') },
      contactEmail: { missing: t('contactEmailMissing'), wrong: t('contactEmailWrong') },
      language: t('languageMissing'),
      scopes: t('scopesMissing'),
    },
    send: async (body) => {
      const made = await fresh(() => api.apiUsers.create({ body }))
      await Promise.all(['users', 'roles'].map((first) => client.invalidateQueries({ queryKey: [first] })))
      onMade(made)
    },
    problemText: useApiUserProblem(),
  })
}
