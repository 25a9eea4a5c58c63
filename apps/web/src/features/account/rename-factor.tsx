import { useForm } from '@mantine/form'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { api } from '../../client/api.ts'
import { problemCode } from '../../client/errors.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Form } from '../../ui/form.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { type Factor, secondStepsQuery } from './account-queries.ts'
import { nameProblem } from './name-problem.ts'
import { useAccountProblem } from './use-account-problem.ts'

type RenameFactorProps = {
  /** Which one; undefined while none is being named. */
  factor: Factor | undefined
  onClose: (outcome?: string) => void
}

export function RenameFactor({ factor, onClose }: RenameFactorProps) {
  const t = useTranslations('account.steps')
  const title = t('renameTitle', { name: factor?.name ?? '' })
  return (
    <Dialog opened={factor !== undefined} onClose={() => onClose()} title={title}>
      {factor && <RenameForm factor={factor} onClose={onClose} />}
    </Dialog>
  )
}

function RenameForm({ factor, onClose }: RenameFactorProps & { factor: Factor }) {
  const t = useTranslations('account')
  const problemText = useAccountProblem()
  const client = useQueryClient()
  const field = useRef<HTMLInputElement>(null)
  // Read by the dialog, which opens after this.
  useEffect(() => {
    if (field.current) field.current.autofocus = true
  }, [])
  const rename = useMutation({
    mutationFn: (name: string) => api.account.renameFactor({ params: { id: factor.id }, body: { name } }),
    onSettled: () => client.invalidateQueries(secondStepsQuery),
  })
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { name: factor.name },
    validate: {
      name: (value) => {
        const problem = nameProblem(value)
        return problem && t(`link.${problem}`)
      },
    },
  })
  const send = async ({ name }: { name: string }) => {
    try {
      const renamed = await rename.mutateAsync(name)
      onClose(t('steps.renamedNow', { name: renamed.name }))
    } catch (error) {
      if (problemCode(error) === 'request.not_found') onClose(t('steps.gone'))
    }
  }
  return (
    <Form form={form} onSubmit={send} problem={problemText(rename.error)}>
      <TextField
        {...form.getInputProps('name')}
        key={form.key('name')}
        ref={field}
        name="name"
        label={t('steps.newName')}
        autoComplete="off"
      />
      <div>
        <Button type="submit" busy={rename.isPending}>
          {t('steps.saveName')}
        </Button>
      </div>
    </Form>
  )
}
