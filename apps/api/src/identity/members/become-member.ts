import type { Subject } from '@keyholder/domain'
import { sqlState, type Tx } from '@keyholder/prisma'
import { Problem } from '../../problem.ts'
import type { FoundLink } from '../links/find-link.ts'

type NewMember = Pick<Subject, 'homeTenantId' | 'userId' | 'name'> & { secondStep: string; language: string }

/**
 * Turns the open invitation into a membership of this user.
 * @throws Problem `link.gone` when it was withdrawn or accepted meanwhile
 */
export async function becomeMember(
  tx: Tx,
  { tenantId, membershipId: id }: FoundLink,
  member: NewMember,
): Promise<void> {
  const { count } = await tx.membership.updateMany({
    where: { tenantId, id, status: 'invited' },
    data: { ...member, status: 'active' },
  })
  if (count === 0) throw new Problem('link.gone')
}

/** The database counts the seats itself; what it says is said in our words. */
export function toSeatsProblem(error: unknown): unknown {
  return sqlState(error) === 'KH001' ? new Problem('package.seats_full', { cause: error }) : error
}
