import { actorOf, type SignInStep, stepAfterPassword } from '@keyholder/domain'
import type { Tx } from '@keyholder/prisma'
import type { PublicContext } from '../../context.ts'
import { Problem } from '../../problem.ts'
import { record } from '../audit/record.ts'
import type { Login } from '../logins/find-login.ts'
import { type Counted, clearCount } from '../throttle/throttle.ts'
import { beginAttempt } from './attempts.ts'
import { explainRefusal } from './explain-refusal.ts'

/**
 * What follows a proven password, whether by sign-in, reset or invitation. From here on the true reason may be given.
 * @throws Problem `sign_in.deactivated`, `sign_in.package_ended`, `factor.disabled`; `sign_in.refused` when the password was
 * changed meanwhile
 */
export async function beginSignIn(
  context: PublicContext,
  login: Login,
  { clearBucket }: { clearBucket: Counted | null },
): Promise<{ step: SignInStep }> {
  const { homeTenantId, userId, membershipId } = login
  const refusal = refusalOf(login)
  const event = {
    tenantId: login.tenantId,
    action: 'sign-in.password',
    actor: actorOf(login),
  } as const
  if (refusal) {
    throw await context.signIn.write(async (tx) => {
      await record(tx, context, { ...event, outcome: 'denied', reason: refusal.code })
      return explainRefusal(tx, context, login, refusal)
    })
  }
  const step = stepAfterPassword(login)
  await context.signIn.write(async (tx) => {
    await requireSamePassword(tx, login)
    await beginAttempt(tx, context, { homeTenantId, userId, membershipId, step })
    await record(tx, context, event)
    // The owner has signed in: their bucket is cleared, and no other (RTL-06).
    if (clearBucket) await clearCount(tx, clearBucket)
  })
  return { step }
}

/** Hashing takes time: a password changed or reported meanwhile opens nothing. The lock waits for such a change to commit. */
async function requireSamePassword(tx: Tx, { email, passwordHash }: Login): Promise<void> {
  const same = await tx.$queryRaw<unknown[]>`
    SELECT email FROM logins WHERE email = ${email} AND password_hash = ${passwordHash} AND password_void_at IS NULL FOR SHARE`
  if (same.length === 0) throw new Problem('sign_in.refused')
}

/** Why a person with a proven password is not let in. */
export function refusalOf(login: Login): Problem | null {
  if (login.status !== 'active') return new Problem('sign_in.deactivated')
  if (login.packageStatus !== 'active') return new Problem('sign_in.package_ended')
  if (login.passwordVoidAt) return new Problem('sign_in.password_void')
  if (login.linked.length === 0 && login.switchedOff) return new Problem('factor.disabled')
  return null
}
