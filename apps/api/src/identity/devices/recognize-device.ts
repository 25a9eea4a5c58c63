import { type AuthMethod, actorOf } from '@keyholder/domain'
import type { Tx } from '@keyholder/prisma'
import type { AttemptContext } from '../../context.ts'
import { enqueue } from '../../outbox/enqueue.ts'
import { record } from '../audit/record.ts'
import { makeReportLink } from '../links/make-report-link.ts'
import { findKnownDevice } from './find-known-device.ts'
import { storeDevice } from './store-device.ts'

/**
 * Knows the device of a full sign-in again, or gets to know it and tells its owner. In the transaction that opens the session,
 * and before it: the very first sign-in of an account has nothing to be compared with.
 */
export async function recognizeDevice(tx: Tx, context: AttemptContext, method: AuthMethod): Promise<void> {
  const { attempt, request, now } = context
  const { homeTenantId, userId } = attempt
  const known = await findKnownDevice(tx, context, { userId })
  if (known) {
    const seen = { lastAt: now, userAgent: request.userAgent, ip: request.ip }
    await tx.knownDevice.updateMany({ where: { homeTenantId, id: known.id }, data: seen })
    return
  }
  await storeDevice(tx, context, { homeTenantId, userId, firstAt: now })
  const before = await tx.membership.count({ where: { userId, lastSignInAt: { not: null } } })
  if (before > 0) await notifyOfDevice(tx, context, method)
}

async function notifyOfDevice(tx: Tx, context: AttemptContext, method: AuthMethod): Promise<void> {
  const { attempt, request, now } = context
  const { tenantId, membershipId } = attempt
  const { userAgent, ip } = request
  await record(tx, context, { tenantId, action: 'device.new', actor: actorOf(attempt) })
  const link = await makeReportLink(tx, context, { tenantId, membershipId })
  const data = { at: now.toISOString(), userAgent, ip, method, ...link }
  await enqueue(tx, context, { tenantId, membershipId, template: 'new-device', data })
}
