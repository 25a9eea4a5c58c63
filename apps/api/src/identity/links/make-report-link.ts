import type { Tx } from '@keyholder/prisma'
import type { PublicContext } from '../../context.ts'
import { Problem } from '../../problem.ts'
import { makeLink } from './make-link.ts'

/**
 * The link to report "that was not me", for a security mail. It is valid only at the
 * address that they have at this moment.
 * @throws Problem `attempt.missing` when the member is gone
 */
export async function makeReportLink(
  tx: Tx,
  context: Pick<PublicContext, 'platform' | 'now'>,
  { tenantId, membershipId }: { tenantId: string; membershipId: string },
): Promise<{ link: string; expiresAt: string }> {
  const member = await tx.membership.findFirst({ where: { tenantId, id: membershipId }, select: { email: true } })
  if (!member) throw new Problem('attempt.missing')
  const wanted = { tenantId, membershipId, email: member.email, purpose: 'not-me' } as const
  const { url, expiresAt } = await makeLink(tx, context, wanted)
  return { link: url, expiresAt: expiresAt.toISOString() }
}
