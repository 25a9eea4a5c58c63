import type { Tx } from '@keyholder/prisma'
import type { PublicContext } from './context.ts'
import { voidLinksOfUser } from './links/make-link.ts'
import { enqueue } from './outbox/enqueue.ts'
import { endSessionsOfUser } from './sessions/end-sessions.ts'

type NewPassword = {
  tenantId: string
  membershipId: string
  userId: string
  passwordHash: string
  /** Changed only while this is the stored one: of two at once, one does. */
  formerHash?: string
  /** The one session that goes on. */
  butSession?: string
  byLink: boolean
}

/**
 * Stores a new password and ends all that the old one opened: sessions everywhere, sign-ins half way, links. Its owner is
 * told by mail.
 * @returns false when it was not stored: the former one is no longer the stored one
 */
export async function storePassword(
  tx: Tx,
  context: Pick<PublicContext, 'platform' | 'now'>,
  { tenantId, membershipId, userId, passwordHash, formerHash, butSession, byLink }: NewPassword,
): Promise<boolean> {
  const { now } = context
  const { count } = await tx.login.updateMany({
    where: { userId, ...(formerHash ? { passwordHash: formerHash } : {}) },
    data: { passwordHash, passwordChangedAt: now },
  })
  if (count === 0) return false
  await endSessionsOfUser(tx, { userId, ...(butSession ? { but: butSession } : {}) })
  await tx.signInAttempt.deleteMany({ where: { userId } })
  await voidLinksOfUser(tx, now, userId)
  const data = { at: now.toISOString(), byLink }
  await enqueue(tx, context, { tenantId, membershipId, template: 'password-changed', data })
  return true
}
