import type { account as contract } from '@keyholder/contracts'
import { canonicalPassword } from '@keyholder/domain'
import { findLoginOfUser } from '../attempts/find-login.ts'
import { record } from '../audit/record.ts'
import { requireStrong } from '../choose-password.ts'
import type { ActorContext } from '../context.ts'
import { countPasswordTry } from '../count-password-try.ts'
import { findPasswordMin } from '../find-password-min.ts'
import type { Handler } from '../http/serve.ts'
import { Problem } from '../problem.ts'
import { rotateSession } from '../sessions/rotate-session.ts'
import { sessionOf } from '../sessions/session-of.ts'
import { storePassword } from '../store-password.ts'
import { clearCount } from '../throttle.ts'

/**
 * Asks the current password, counted as at signing in: a stolen session is no place to guess it. Every other session ends,
 * and this one goes on under a new id (AUT-16).
 */
export const changePassword: Handler<typeof contract.changePassword> = async ({ body }, context) => {
  const { platform, actor, signIn } = context
  const { tenantId, membershipId, userId, name, email } = actor
  const passwordMin = await findPasswordMin(signIn, userId)
  const owner = { email, name, tenantName: actor.tenant.name, passwordMin }
  // A try that cannot succeed is not held against anybody.
  await requireStrong(body.newPassword, owner)
  const { lane } = await countPasswordTry(context, email)
  await proveCurrent(context, body.currentPassword)
  const passwordHash = await platform.passwords.hash(canonicalPassword(body.newPassword))
  const butSession = sessionOf(actor).id
  const change = { tenantId, membershipId, userId, passwordHash, butSession, byLink: false }
  await signIn.write(async (tx) => {
    await storePassword(tx, context, change)
    // Of two changes at once the first ends the session of the other, or has given this one another id.
    await rotateSession(tx, context, {})
    await clearCount(tx, lane)
    await record(tx, context, {
      tenantId,
      action: 'password.changed',
      object: { kind: 'user', id: membershipId, name },
    })
  })
}

/** @throws Problem `password.wrong` */
async function proveCurrent(context: ActorContext, password: string): Promise<void> {
  const { platform, actor, signIn } = context
  const login = await findLoginOfUser(signIn, actor.userId)
  const { ok, isUnreadable } = await platform.passwords.verify(login?.passwordHash ?? null, canonicalPassword(password))
  if (ok) return
  const { tenantId, membershipId: id, name } = actor
  await signIn.write((tx) =>
    record(tx, context, {
      tenantId,
      action: 'password.changed',
      outcome: 'failure',
      reason: isUnreadable ? 'password-unreadable' : 'password.wrong',
      object: { kind: 'user', id, name },
    }),
  )
  throw new Problem('password.wrong')
}
