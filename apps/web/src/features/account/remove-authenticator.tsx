import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { api } from '../../app/api.ts'
import { problemCode } from '../../app/errors.ts'
import { useFresh } from '../../app/session.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { Notice } from '../../ui/notice.tsx'
import { type Authenticator, authenticatorsQuery } from './account-queries.ts'
import { useAccountProblem } from './use-account-problem.ts'

type RemoveAuthenticatorProps = {
  /** Which one; undefined while none is being removed. */
  authenticator: Authenticator | undefined
  onClose: (outcome?: string) => void
}

/** Asks before one of several is removed. */
export function RemoveAuthenticator({ authenticator, onClose }: RemoveAuthenticatorProps) {
  const t = useTranslations('account.authenticators')
  const problemText = useAccountProblem()
  const fresh = useFresh()
  const client = useQueryClient()
  const remove = useMutation({
    mutationFn: ({ id }: Authenticator) => fresh(() => api.account.removeAuthenticator({ params: { id } })),
    onSettled: () => client.invalidateQueries(authenticatorsQuery),
  })
  const close = (outcome?: string) => {
    remove.reset()
    onClose(outcome)
  }
  const confirm = (chosen: Authenticator) =>
    remove.mutate(chosen, {
      onSuccess: () => close(t('removedNow', { name: chosen.name })),
      onError: (error) => {
        if (problemCode(error) === 'request.not_found') close(t('gone'))
      },
    })
  const name = authenticator?.name ?? ''
  return (
    <ConfirmDialog
      opened={authenticator !== undefined}
      title={t('removeTitle', { name })}
      confirmLabel={t('remove')}
      busy={remove.isPending}
      onConfirm={() => authenticator && confirm(authenticator)}
      onCancel={() => close()}
    >
      <p>{t('removeText')}</p>
      {remove.isError && (
        <Notice tone="error" live>
          <p>{problemText(remove.error)}</p>
        </Notice>
      )}
    </ConfirmDialog>
  )
}
