import type { Tx } from '@keyholder/prisma'

/** Ends the sessions of one member in one organisation; gives how many there were. Effect at their very next request. */
export async function endSessionsOfMember(
  tx: Tx,
  { tenantId, membershipId }: { tenantId: string; membershipId: string },
): Promise<number> {
  const { count } = await tx.session.deleteMany({ where: { tenantId, membershipId } })
  return count
}

/** Ends every session of a user, in every organisation, but the one named. For the sign-in role only. */
export async function endSessionsOfUser(tx: Tx, { userId, but }: { userId: string; but?: string }): Promise<number> {
  const { count } = await tx.session.deleteMany({ where: { userId, ...(but ? { id: { not: but } } : {}) } })
  return count
}
