import type { account as contract } from '@keyholder/contracts'
import { canonicalPassword } from '@keyholder/domain'
import type { ActorContext } from '../context.ts'
import type { Handler } from '../http/serve.ts'
import { record } from '../identity/audit/record.ts'
import { findLoginOfUser } from '../identity/logins/find-login.ts'
import { requireStrong } from '../identity/passwords/choose-password.ts'
import { findPasswordMin } from '../identity/passwords/find-password-min.ts'
import { storePassword } from '../identity/passwords/store-password.ts'
import { rotateSession } from '../identity/sessions/rotate-session.ts'
import { sessionOf } from '../identity/sessions/session-of.ts'
import { countPasswordTry } from '../identity/throttle/count-password-try.ts'
import { clearCount } from '../identity/throttle/throttle.ts'
import { Problem } from '../problem.ts'

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
  const { bucket } = await countPasswordTry(context, email)
  await verifyCurrentPassword(context, body.currentPassword)
  const passwordHash = await platform.passwords.hash(canonicalPassword(body.newPassword))
  const butSession = sessionOf(actor).id
  const change = { tenantId, membershipId, userId, passwordHash, butSession, byLink: false }
  await signIn.write(async (tx) => {
    await storePassword(tx, context, change)
    // Of two changes at once the first ends the session of the other, or has given this one another id.
    await rotateSession(tx, context, {})
    await clearCount(tx, bucket)
    await record(tx, context, {
      tenantId,
      action: 'password.changed',
      object: { kind: 'user', id: membershipId, name },
    })
  })
}

/** @throws Problem `password.wrong` */
async function verifyCurrentPassword(context: ActorContext, password: string): Promise<void> {
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
      reason: isUnreadable ? 'password.unreadable' : 'password.wrong',
      object: { kind: 'user', id, name },
    }),
  )
  throw new Problem('password.wrong')
}
