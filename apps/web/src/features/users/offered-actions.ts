import { outranks, type Permission, ROLE_RULES } from '@keyholder/domain'
import type { Session } from '../../client/session.ts'
import type { User } from './user-queries.ts'

/** What can be done to a user in a dialog of this feature. `sending a link` to an API user's contact is on its own page. */
export const ACTIONS = [
  'change-role',
  'resend-invitation',
  'unlink',
  'end-sessions',
  'reactivate',
  'deactivate',
  'withdraw-invitation',
] as const

export type Action = (typeof ACTIONS)[number]

type Who = Pick<Session, 'membershipId' | 'permissions' | 'role'>
type Row = Pick<User, 'id' | 'kind' | 'status' | 'secondStep' | 'role' | 'isHolder'>

/**
 * What to offer for a row of the list, of which less is known than of the user's page. The server decides; this leaves out what it
 * is sure to refuse.
 */
export function offeredActions(who: Who, row: Row): Action[] {
  const rules: Record<Action, boolean> = {
    'change-role': row.kind === 'person' && row.status !== 'deactivated' && reaches(who, row) && !row.isHolder,
    'resend-invitation': row.status === 'invited',
    unlink: row.kind === 'person' && hasLinked(row) && reaches(who, row) && !row.isHolder,
    'end-sessions': row.kind === 'person' && row.status === 'active' && reaches(who, row),
    reactivate: row.status === 'deactivated' && reaches(who, row),
    deactivate: row.status === 'active' && reaches(who, row) && !row.isHolder,
    'withdraw-invitation': row.status === 'invited',
  }
  return ACTIONS.filter((action) => rules[action] && who.permissions.includes(NEEDED[action]))
}

const NEEDED: Readonly<Record<Action, Permission>> = {
  'change-role': 'roles:assign',
  'resend-invitation': 'users:invite',
  unlink: 'authenticators:unlink',
  'end-sessions': 'sessions:end',
  reactivate: 'users:edit',
  deactivate: 'users:edit',
  'withdraw-invitation': 'users:invite',
}

function hasLinked({ status, secondStep }: Row): boolean {
  return status !== 'invited' && secondStep !== 'none'
}

/** Not oneself, and nobody of the same or a higher rank, as far as the page knows ranks: those of the built-in roles. */
function reaches(who: Who, row: Row): boolean {
  if (row.id === who.membershipId) return false
  if (!who.role.builtIn || !row.role.builtIn) return true
  return outranks(ROLE_RULES[who.role.builtIn].rank, ROLE_RULES[row.role.builtIn].rank)
}
