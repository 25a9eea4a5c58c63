import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { api } from '../../client/api.ts'
import { problemCode } from '../../client/errors.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { ProblemNotice } from '../../ui/notice.tsx'
import { useDeviceName } from '../../ui/use-device-name.ts'
import { type OwnSession, ownSessionsQuery } from './account-queries.ts'
import { useAccountProblem } from './use-account-problem.ts'

type EndSessionProps = {
  /** Which one; undefined while none is being ended. */
  session: OwnSession | undefined
  onClose: (outcome?: string) => void
}

export function EndSession({ session, onClose }: EndSessionProps) {
  const t = useTranslations('account.sessions')
  const problemText = useAccountProblem()
  const deviceName = useDeviceName()
  const client = useQueryClient()
  const end = useMutation({
    mutationFn: ({ id }: OwnSession) => api.account.endSession({ params: { id } }),
    onSettled: () => client.invalidateQueries(ownSessionsQuery),
  })
  const close = (outcome?: string) => {
    end.reset()
    onClose(outcome)
  }
  const confirm = (chosen: OwnSession) =>
    end.mutate(chosen, {
      onSuccess: () => close(t('ended', { device: deviceName(chosen.userAgent) })),
      onError: (error) => {
        if (problemCode(error) === 'session.not_found') close(t('gone'))
      },
    })
  return (
    <ConfirmDialog
      opened={session !== undefined}
      title={t('endTitle', { device: deviceName(session?.userAgent ?? '') })}
      confirmLabel={t('endConfirm')}
      busy={end.isPending}
      onConfirm={() => session && confirm(session)}
      onCancel={() => close()}
    >
      <p>{t('endText')}</p>
      <ProblemNotice>{end.isError && <p>{problemText(end.error)}</p>}</ProblemNotice>
    </ConfirmDialog>
  )
}
