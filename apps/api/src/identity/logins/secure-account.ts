import type { Tx } from '@keyholder/prisma'
import type { PublicContext } from '../../context.ts'
import { forgetDevices } from '../devices/store-device.ts'
import { makeLink, voidLinksOfPurpose, voidLinksOfUser } from '../links/make-link.ts'
import { endSessionsOfUser } from '../sessions/end-sessions.ts'

type Context = Pick<PublicContext, 'platform' | 'now'>
type Account = { tenantId: string; membershipId: string; userId: string; email: string }

/**
 * Ends all that anybody may have opened in an account, and makes its password worthless until there is a new one. What is linked
 * for the second step stays: it is what the owner has and the other does not. The links by which a change of address is stopped
 * stay too: an intruder would void them here.
 * @returns the token of a link to choose a new password
 */
export async function secureAccount(tx: Tx, context: Context, account: Account): Promise<string> {
  const { now } = context
  const { userId, ...member } = account
  await tx.login.updateMany({ where: { userId }, data: { passwordVoidAt: now } })
  // In this order: a sign-in that is just being finished is waited for here, and what it opened ends next.
  await tx.signInAttempt.deleteMany({ where: { userId } })
  await tx.oneTimeCode.deleteMany({ where: { userId } })
  await tx.passkeyChallenge.deleteMany({ where: { userId } })
  await endSessionsOfUser(tx, { userId })
  await forgetDevices(tx, userId)
  await voidLinksOfUser(tx, now, userId)
  await voidLinksOfPurpose(tx, now, { userId, purpose: 'not-me' })
  const { token } = await makeLink(tx, context, { ...member, purpose: 'password-reset' })
  return token
}
