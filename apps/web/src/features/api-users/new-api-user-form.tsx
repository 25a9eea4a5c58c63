import { LANGUAGES, SCOPES } from '@keyholder/domain'
import { useForm } from '@mantine/form'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { api } from '../../client/api.ts'
import { fieldProblems } from '../../client/errors.ts'
import { useFresh } from '../../client/step-up.ts'
import { useMay, useSession } from '../../client/use-session.ts'
import { useLanguage } from '../../messages/use-language.ts'
import { Button } from '../../ui/button.tsx'
import { CheckGroup } from '../../ui/check-group.tsx'
import { Form } from '../../ui/form.tsx'
import { RadioField } from '../../ui/radio-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import type { NewApiUser } from './api-user-query.ts'
import { type ApiUserValues, checkNewApiUser, wrongInWords } from './check-new-api-user.ts'
import { useApiUserProblem } from './use-api-user-problem.ts'

/** A user that is a program. Nobody here sees its secret: the link goes to its developer. */
export function NewApiUserForm({ onMade }: { onMade: (made: NewApiUser) => void }) {
  const t = useTranslations('apiUsers')
  const errors = useTranslations('apiUsers.error')
  const may = useMay()
  const problem = useApiUserProblem()
  const create = useCreate()
  const form = useForm<ApiUserValues>({
    initialValues: useInitialValues(),
    validate: (values) => checkNewApiUser(values, errors),
  })
  const send = async (values: ApiUserValues) => {
    try {
      onMade(await create.mutateAsync(values))
    } catch (error) {
      const fields = fieldProblems(error).map(({ path }) => path.replace(/\..*/, ''))
      form.setErrors(wrongInWords(fields, values, errors))
    }
  }
  return (
    <Form form={form} problem={problem(create.error)} onSubmit={send}>
      <TextField
        {...form.getInputProps('name')}
        name="name"
        label={t('name')}
        hint={t('nameHint')}
        autoComplete="off"
      />
      <TextField
        {...form.getInputProps('responsible')}
        name="responsible"
        label={t('responsible')}
        hint={t('responsibleHint')}
        autoComplete="off"
      />
      <TextField
        {...form.getInputProps('contactEmail')}
        name="contactEmail"
        label={t('contactEmail')}
        hint={t('contactEmailHint')}
        type="email"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
      />
      <CheckGroup
        value={form.values.scopes}
        onChange={(chosen) => form.setFieldValue('scopes', chosen)}
        error={form.errors.scopes}
        name="scopes"
        label={t('scopes')}
        hint={t('scopesHint')}
        options={SCOPES.filter(may).map((value) => ({
          value,
          label: t(`scope.${value}`),
          hint: t(`scopeHint.${value}`),
        }))}
      />
      <RadioField
        value={form.values.language}
        onChange={(chosen) => form.setFieldValue('language', chosen)}
        error={form.errors.language}
        name="language"
        label={t('language')}
        options={LANGUAGES.map((value) => ({ value, label: t(`languages.${value}`) }))}
      />
      <div>
        <Button type="submit" busy={create.isPending}>
          {t('submit')}
        </Button>
      </div>
    </Form>
  )
}

function useCreate() {
  const fresh = useFresh()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: ApiUserValues) => fresh(() => api.apiUsers.create({ body })),
    onSuccess: () => Promise.all(['users', 'roles'].map((first) => client.invalidateQueries({ queryKey: [first] }))),
  })
}

function useInitialValues(): ApiUserValues {
  const { language } = useLanguage()
  const { user } = useSession()
  return { name: '', responsible: user.name, contactEmail: '', language, scopes: [] }
}
