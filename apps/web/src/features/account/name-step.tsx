import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { api } from '../../client/api.ts'
import { problemCode } from '../../client/errors.ts'
import { useFresh } from '../../client/step-up.ts'
import { Form } from '../../ui/form.tsx'
import { TextField } from '../../ui/text-field.tsx'
import type { Begun, Factor } from './account-queries.ts'
import { LinkActions } from './link-actions.tsx'
import { nameProblem } from './name-problem.ts'
import { useAccountProblem } from './use-account-problem.ts'

type NameStepProps = { replaced: Factor | undefined; onBegun: (begun: Begun) => void }

/** Step 1: a name, by which its owner knows it from others later. */
export function NameStep({ replaced, onBegun }: NameStepProps) {
  const t = useTranslations('account.link')
  const problemText = useAccountProblem()
  const fresh = useFresh()
  const start = useMutation({
    mutationFn: (name: string) =>
      fresh(() => api.account.startAuthenticator({ body: { name, ...(replaced && { replaces: replaced.id }) } })),
  })
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { name: replaced?.name ?? '' },
    validate: {
      name: (value) => {
        const problem = nameProblem(value)
        return problem && t(problem)
      },
    },
  })
  const send = async ({ name }: { name: string }) => {
    const begun = await start.mutateAsync(name).catch(() => undefined) // shown by the form
    if (begun) onBegun(begun)
  }
  const explain = (error: unknown) => {
    return problemCode(error) === 'request.not_found' ? t('replacedGone') : problemText(error)
  }
  return (
    <Form form={form} onSubmit={send} problem={explain(start.error)}>
      {replaced && <p>{t('replaceText', { name: replaced.name })}</p>}
      <TextField
        {...form.getInputProps('name')}
        key={form.key('name')}
        name="name"
        label={t('name')}
        hint={t('nameHint')}
        autoComplete="off"
      />
      <LinkActions label={t('next')} busy={start.isPending} />
    </Form>
  )
}
