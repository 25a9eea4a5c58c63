import type { Subject } from '@keyholder/domain'
import type { Tx } from '@keyholder/prisma'
import type { PublicContext } from '../../context.ts'
import { enqueue } from '../../outbox/enqueue.ts'
import { makeReportLink } from '../links/make-report-link.ts'
import { countAttempt } from '../throttle/throttle.ts'

/**
 * Notifies a person that their password was used and the second step failed: a few mistakes of their own, or another person knows it
 * (AUT-23). Once a day.
 */
export async function notifyPasswordUsed(tx: Tx, context: PublicContext, owner: Subject): Promise<void> {
  const { now, request } = context
  const { userId, tenantId, membershipId } = owner
  if ((await countAttempt(tx, now, [{ name: 'passwordUsedMailByUser', parts: [userId] }])) !== null) return
  const { userAgent, ip } = request
  const link = await makeReportLink(tx, context, { tenantId, membershipId })
  const data = { at: now.toISOString(), userAgent, ip, ...link }
  await enqueue(tx, context, { tenantId, membershipId, template: 'password-used', data })
}
