import type { Tx } from '@keyholder/prisma'
import type { PublicContext } from '../../context.ts'
import { enqueue } from '../../outbox/enqueue.ts'
import { keepOnlyThisDevice } from '../devices/store-device.ts'
import { voidLinksOfUser } from '../links/make-link.ts'
import { endSessionsOfUser } from '../sessions/end-sessions.ts'

type NewPassword = {
  tenantId: string
  membershipId: string
  userId: string
  passwordHash: string
  /** The one session that goes on. */
  butSession?: string
  byLink: boolean
}

/**
 * Stores a new password and ends all that the old one opened: sessions everywhere, sign-ins half way, links, and what
 * other devices are known by. Its owner is told by mail.
 */
export async function storePassword(
  tx: Tx,
  context: Pick<PublicContext, 'platform' | 'now' | 'cookies' | 'request'>,
  { tenantId, membershipId, userId, passwordHash, butSession, byLink }: NewPassword,
): Promise<void> {
  const { now } = context
  await tx.login.updateMany({
    where: { userId },
    data: { passwordHash, passwordChangedAt: now, passwordVoidAt: null, ...(byLink ? { resetByMailAt: now } : {}) },
  })
  // In this order: a sign-in that is just being finished is waited for here, and the session that it opened ends next.
  await tx.signInAttempt.deleteMany({ where: { userId } })
  await endSessionsOfUser(tx, { userId, ...(butSession ? { but: butSession } : {}) })
  await keepOnlyThisDevice(tx, context, userId)
  await voidLinksOfUser(tx, now, userId)
  const data = { at: now.toISOString(), byLink }
  await enqueue(tx, context, { tenantId, membershipId, template: 'password-changed', data })
}
