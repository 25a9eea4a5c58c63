import { account } from '@keyholder/contracts'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { api } from '../../../client/api.ts'
import { problemCode } from '../../../client/errors.ts'
import { useContractForm } from '../../../client/use-contract-form.ts'
import { Dialog } from '../../../ui/dialog.tsx'
import { Form } from '../../../ui/form.tsx'
import { SubmitButton } from '../../../ui/submit-button.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { type Factor, secondStepsQuery } from '../factor-queries.ts'
import { useFactorProblem } from '../use-factor-problem.ts'

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
  const field = useRef<HTMLInputElement>(null)
  // Read by the dialog, which opens after this.
  useEffect(() => {
    if (field.current) field.current.autofocus = true
  }, [])
  const form = useRenameForm(factor, onClose)
  return (
    <Form {...form.props}>
      <TextField {...form.field('name')} ref={field} label={t('steps.newName')} autoComplete="off" />
      <SubmitButton busy={form.busy}>{t('steps.saveName')}</SubmitButton>
    </Form>
  )
}

function useRenameForm({ id, name }: Factor, onClose: (outcome: string) => void) {
  const t = useTranslations('account')
  const client = useQueryClient()
  const refresh = () => client.invalidateQueries(secondStepsQuery)
  return useContractForm({
    body: account.renameFactor.body,
    initialValues: { name },
    texts: { name: { missing: t('link.nameMissing'), wrong: t('link.nameWrong') } },
    send: async (body) => {
      const renamed = await api.account.renameFactor({ params: { id }, body }).finally(refresh)
      onClose(t('steps.renamedNow', { name: renamed.name }))
    },
    onProblem: (error) => {
      if (problemCode(error) === 'request.not_found') onClose(t('steps.gone'))
    },
    problemText: useFactorProblem(),
  })
}
