import { type ActedUpon, actionsOn, USER_ACTION_NAMES, type UserAction } from '@keyholder/domain'
import type { Session } from '../../client/session.ts'

/** What can be done to a user in a dialog of this feature. `sending a link` to an API user's contact is on its own page. */
export type Action = Exclude<UserAction, 'send-credential-link'>

export const ACTIONS = USER_ACTION_NAMES.filter((action) => action !== 'send-credential-link')

type Who = { membershipId: string; permissions: Session['permissions']; role: Pick<Session['role'], 'rank'> }

/** What to offer for a row of the list, of which less is known than of the user's page. The server decides. */
export function offeredActions({ membershipId, permissions, role: { rank } }: Who, row: ActedUpon): Action[] {
  const offered = actionsOn({ membershipId, rights: { rank, permissions } }, row)
  return ACTIONS.filter((action) => offered.includes(action))
}
