import { useForm } from '@mantine/form'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { api } from '../../client/api.ts'
import { fieldProblems } from '../../client/errors.ts'
import { Button } from '../../ui/button.tsx'
import { Form } from '../../ui/form.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { accountQuery } from './account-queries.ts'
import { nameProblem } from './name-problem.ts'
import { useAccountProblem } from './use-account-problem.ts'

type NameFormProps = { name: string; onSave: () => void; onSaved: () => void }

/** One's own name, as colleagues see it. */
export function NameForm({ name, onSave, onSaved }: NameFormProps) {
  const t = useTranslations('account.profile')
  const problemText = useAccountProblem()
  const client = useQueryClient()
  const save = useMutation({
    mutationFn: (wanted: string) => api.account.change({ body: { name: wanted } }),
    onSuccess: (account) => {
      client.setQueryData(accountQuery.queryKey, account)
      return client.invalidateQueries() // a name stands on many pages
    },
  })
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { name },
    validate: {
      name: (value) => {
        const problem = nameProblem(value)
        return problem && t(problem)
      },
    },
  })
  const send = async (values: { name: string }) => {
    onSave()
    try {
      await save.mutateAsync(values.name)
      onSaved()
    } catch (error) {
      if (fieldProblems(error).length > 0) form.setErrors({ name: t('nameWrong') })
    }
  }
  return (
    <Form form={form} onSubmit={send} problem={problemText(save.error)}>
      <TextField
        {...form.getInputProps('name')}
        key={form.key('name')}
        name="name"
        label={t('name')}
        hint={t('nameHint')}
        autoComplete="name"
      />
      <div>
        <Button type="submit" busy={save.isPending}>
          {t('saveName')}
        </Button>
      </div>
    </Form>
  )
}
