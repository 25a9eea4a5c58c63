import type { UserKey } from '@keyholder/domain'
import type { Tx } from '@keyholder/prisma'

/** What follows from something being linked, whatever it is: the list says so, and a re-link code has done its work. */
export async function markLinked(tx: Tx, { homeTenantId, userId }: UserKey): Promise<void> {
  await tx.membership.updateMany({ where: { userId }, data: { secondStep: 'linked' } })
  await tx.relinkCode.deleteMany({ where: { homeTenantId, userId } })
}
