import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { api } from '../../client/api.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { ProblemNotice } from '../../ui/notice.tsx'
import { ownSessionsQuery } from './account-queries.ts'
import { useAccountProblem } from './use-account-problem.ts'

type EndOtherSessionsProps = { opened: boolean; count: number; onClose: (outcome?: string) => void }

export function EndOtherSessions({ opened, count, onClose }: EndOtherSessionsProps) {
  const t = useTranslations('account.sessions')
  const problemText = useAccountProblem()
  const client = useQueryClient()
  const end = useMutation({
    mutationFn: () => api.account.endOtherSessions(),
    onSettled: () => client.invalidateQueries(ownSessionsQuery),
  })
  const close = (outcome?: string) => {
    end.reset()
    onClose(outcome)
  }
  return (
    <ConfirmDialog
      opened={opened}
      title={t('endOthersTitle')}
      confirmLabel={t('endOthersConfirm')}
      busy={end.isPending}
      onConfirm={() => end.mutate(undefined, { onSuccess: () => close(t('othersEnded')) })}
      onCancel={() => close()}
    >
      <p>{t('endOthersText', { count })}</p>
      <ProblemNotice>{end.isError && <p>{problemText(end.error)}</p>}</ProblemNotice>
    </ConfirmDialog>
  )
}
