import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { api } from '../../../client/api.ts'
import { problemCode } from '../../../client/errors.ts'
import { useFresh } from '../../../client/step-up.ts'
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx'
import { ProblemNotice } from '../../../ui/notice.tsx'
import { type Factor, secondStepsQuery } from '../factor-queries.ts'
import { useFactorProblem } from '../use-factor-problem.ts'
import { useFactorName } from './use-factor-name.ts'

type RemoveFactorProps = {
  /** Which one; undefined while none is being removed. */
  factor: Factor | undefined
  onClose: (outcome?: string) => void
}

/** Asks before one of several is removed. */
export function RemoveFactor({ factor, onClose }: RemoveFactorProps) {
  const t = useTranslations('account.steps')
  const problemText = useFactorProblem()
  const nameOf = useFactorName()
  const fresh = useFresh()
  const client = useQueryClient()
  const remove = useMutation({
    mutationFn: ({ id }: Factor) => fresh(() => api.account.removeFactor({ params: { id } })),
    onSettled: () => client.invalidateQueries(secondStepsQuery),
  })
  const close = (outcome?: string) => {
    remove.reset()
    onClose(outcome)
  }
  const confirm = (chosen: Factor) =>
    remove.mutate(chosen, {
      onSuccess: () => close(t('removedNow', { name: nameOf(chosen) })),
      onError: (error) => {
        if (problemCode(error) === 'request.not_found') close(t('gone'))
      },
    })
  return (
    <ConfirmDialog
      opened={factor !== undefined}
      title={factor ? t('removeTitle', { name: nameOf(factor) }) : ''}
      confirmLabel={t('remove')}
      busy={remove.isPending}
      onConfirm={() => factor && confirm(factor)}
      onCancel={() => close()}
    >
      {factor && <p>{t(`removeText.${factor.kind}`)}</p>}
      <ProblemNotice>{remove.isError && <p>{problemText(remove.error)}</p>}</ProblemNotice>
    </ConfirmDialog>
  )
}
