import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { problemCode } from '../../client/errors.ts'
import { Notice } from '../../ui/notice.tsx'
import { useUserProblem } from './use-user-problem.ts'
import { UserStatusChip } from './user-chips.tsx'
import { userQuery } from './user-queries.ts'

/** Why what was asked for did not happen, in the dialog where it was asked. */
export function DialogProblem({ error, id }: { error: unknown; id: string }) {
  const problem = useUserProblem()(error)
  if (!problem) return null
  return (
    <Notice tone="error" live>
      <p>{problem}</p>
      {problemCode(error) === 'user.wrong_status' && <StatusNow id={id} />}
    </Notice>
  )
}

/** The status as another administrator left it. */
function StatusNow({ id }: { id: string }) {
  const t = useTranslations('users')
  const { data } = useQuery({ ...userQuery(id), staleTime: 0 })
  if (!data) return null
  return (
    <p>
      {t('statusNow')} <UserStatusChip user={data} />
    </p>
  )
}
