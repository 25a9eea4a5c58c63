import { type BuiltInRole, GIVABLE_ROLES, mayGrant, type Permission } from '@keyholder/domain'
import type { Actor } from '../../context.ts'

type Role = { builtIn: BuiltInRole | null; rank: number; permissions: readonly Permission[] }

const BY_HAND: readonly BuiltInRole[] = GIVABLE_ROLES

/**
 * Whether somebody may give this role to another: never one that moves by transfer or belongs to machines, never one above
 * their own, and never a right that they do not have (AZV-03).
 */
export function mayGiveRole(actor: Pick<Actor, 'role' | 'permissions'>, { builtIn, rank, permissions }: Role): boolean {
  if (builtIn !== null && !BY_HAND.includes(builtIn)) return false
  return rank <= actor.role.rank && mayGrant(actor.permissions, permissions)
}
