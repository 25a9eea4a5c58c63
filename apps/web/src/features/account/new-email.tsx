import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { api } from '../../client/api.ts'
import { problemCode } from '../../client/errors.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { type Account, accountQuery } from './account-queries.ts'
import { useAccountProblem } from './use-account-problem.ts'

type NewEmailProps = {
  /** The address that waits to be confirmed. */
  waiting: NonNullable<Account['newEmail']>
  onOutcome: (text: string | undefined) => void
}

/** That another address waits for its confirmation, and the way to take it back. */
export function NewEmail({ waiting: { email, expiresAt }, onOutcome }: NewEmailProps) {
  const t = useTranslations('account.email')
  const problemText = useAccountProblem()
  const client = useQueryClient()
  const cancel = useMutation({
    mutationFn: () => api.account.cancelEmailChange().catch(unlessGone),
    onMutate: () => onOutcome(undefined),
    onSuccess: () => onOutcome(t('cancelled', { email })),
    onSettled: () => client.invalidateQueries({ ...accountQuery, exact: true }),
  })
  return (
    <Notice
      tone="info"
      title={t('waiting', { email })}
      action={
        <Button look="secondary" size="small" busy={cancel.isPending} onClick={() => cancel.mutate()}>
          {t('cancel')}
        </Button>
      }
    >
      <p>{t('waitingText', { at: new Date(expiresAt) })}</p>
      {cancel.isError && <p role="status">{problemText(cancel.error)}</p>}
    </Notice>
  )
}

/** Confirmed or expired meanwhile: nothing waits any more, which is what was asked for. */
function unlessGone(error: unknown) {
  if (problemCode(error) !== 'request.not_found') throw error
}
