import type { UnlinkReason } from '@keyholder/domain'
import { useMutation } from '@tanstack/react-query'
import { api } from '../../client/api.ts'
import { useFresh } from '../../client/step-up.ts'
import type { Action } from './offered-actions.ts'
import { useRefreshUsers } from './user-queries.ts'

/** The actions that need no more than the user they are done to. */
export type PlainAction = Exclude<Action, 'unlink' | 'change-role'>

const CALLS: Record<PlainAction, (params: { id: string }) => Promise<unknown>> = {
  deactivate: (params) => api.users.deactivate({ params }),
  reactivate: (params) => api.users.reactivate({ params }),
  'resend-invitation': (params) => api.users.resendInvitation({ params }),
  'withdraw-invitation': (params) => api.users.withdrawInvitation({ params }),
  'end-sessions': (params) => api.users.endSessions({ params }),
}

export function usePlainAction(id: string) {
  return useUserMutation((action: PlainAction) => CALLS[action]({ id }))
}

export function useChangeRole(id: string) {
  return useUserMutation((roleId: string) => api.users.changeRole({ params: { id }, body: { roleId } }))
}

/** Its answer is the re-link code, which is nowhere else. */
export function useUnlink(id: string) {
  return useUserMutation((reason: UnlinkReason) => api.users.unlinkAuthenticator({ params: { id }, body: { reason } }))
}

/**
 * Asks for a fresh second step where the server wants one. Whatever the answer, what the pages show is read again before it counts
 * as done: a refusal often means that a colleague was first.
 */
function useUserMutation<Input, Output>(call: (input: Input) => Promise<Output>) {
  const fresh = useFresh()
  const refresh = useRefreshUsers()
  return useMutation({ mutationFn: (input: Input) => fresh(() => call(input)), onSettled: refresh })
}
