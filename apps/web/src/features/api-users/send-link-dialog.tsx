import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { api } from '../../client/api.ts'
import { useFresh } from '../../client/step-up.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { ProblemNotice } from '../../ui/notice.tsx'
import { type ApiUser, apiUserQuery } from './api-user-query.ts'
import classes from './api-users.module.css'
import { useApiUserProblem } from './use-api-user-problem.ts'

/** Asks before a link goes out that will, once it is used, end what works now. */
export function SendLinkDialog({ apiUser, onEnd }: { apiUser: ApiUser; onEnd: (sent: boolean) => void }) {
  const t = useTranslations('apiUsers')
  const send = useSendLink(apiUser.id)
  const problem = useApiUserProblem()(send.error)
  return (
    <ConfirmDialog
      opened
      title={t('sendAsk', { name: apiUser.name })}
      confirmLabel={t('sendLink')}
      tone="primary"
      busy={send.isPending}
      onConfirm={() => send.mutate(undefined, { onSuccess: () => onEnd(true) })}
      onCancel={() => !send.isPending && onEnd(false)}
    >
      <div>
        <p>{t('happens')}</p>
        <ul className={classes.points}>
          {t.rich('sendWhat', { email: apiUser.contactEmail, li: (point) => <li>{point}</li> })}
        </ul>
      </div>
      <ProblemNotice>{problem && <p>{problem}</p>}</ProblemNotice>
    </ConfirmDialog>
  )
}

function useSendLink(id: string) {
  const fresh = useFresh()
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => fresh(() => api.apiUsers.sendCredentialLink({ params: { id } })),
    onSuccess: (apiUser) => client.setQueryData(apiUserQuery(id).queryKey, apiUser),
    onError: () => client.invalidateQueries({ queryKey: ['users'] }),
  })
}
