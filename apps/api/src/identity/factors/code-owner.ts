import type { Actor, Attempt } from '../../context.ts'

/**
 * Whose code it is. `tenantId` is their home, where their factors are kept; `membershipTenantId` the organisation that they
 * come into or work in, whose log tells of it.
 */
export type CodeOwner = Pick<Attempt, 'tenantId' | 'userId' | 'membershipTenantId' | 'membershipId' | 'name' | 'role'>

/** Somebody who is signed in, as the owner of their codes. */
export function ownerOf(actor: Actor): CodeOwner {
  const { userTenantId, userId, tenantId: membershipTenantId, membershipId, name, role } = actor
  return { tenantId: userTenantId, userId, membershipTenantId, membershipId, name, role: role.name }
}

/** The owner of a code as the log names whoever acts. */
export function actorOfOwner({ membershipId, name, role }: CodeOwner) {
  return { id: membershipId, name, role }
}
