import type { signIn as contract } from '@keyholder/contracts'
import { actorOf, type SignInStep } from '@keyholder/domain'
import type { Tx } from '@keyholder/prisma'
import type { PublicContext } from '../context.ts'
import type { Handler } from '../http/serve.ts'
import { beginAttempt } from '../identity/attempts/attempts.ts'
import { refusalOf } from '../identity/attempts/begin-sign-in.ts'
import { completeSecondFactor } from '../identity/attempts/complete-second-factor.ts'
import { explainRefusal } from '../identity/attempts/explain-refusal.ts'
import { record } from '../identity/audit/record.ts'
import { findFactorState } from '../identity/factors/find-factor-state.ts'
import { verifyUnknownPasskey } from '../identity/factors/passkey/verify-unknown-passkey.ts'
import { withPasskey } from '../identity/factors/passkey/with-passkey.ts'
import { findLoginOfUser, type Login } from '../identity/logins/find-login.ts'
import { Problem } from '../problem.ts'

type Opened = { step: SignInStep | 'done' }

/**
 * The whole sign-in by a passkey that asked for a finger, a face or a PIN: something one has and something one is or knows. Only
 * where the organisation allows it, and only for whom the password would open something too.
 */
export const signInByPasskeyAlone: Handler<typeof contract.passkeyAlone> = async ({ body }, context) => {
  const { passkey, counter } = await verifyUnknownPasskey(context, body.passkey)
  const login = await findLoginOfUser(context.signIn, passkey.userId)
  if (!login) throw new Problem('passkey.refused')
  const verified = { owner: login, passkey, counter, consecutive: 0 }
  const outcome = await withPasskey(context, verified, (tx) => openByPasskey(tx, context, login))
  if (outcome instanceof Problem) throw outcome
  return outcome
}

/** Opens the session, or gives the reason why it does not: that is written down, and nothing else happens. */
async function openByPasskey(tx: Tx, context: PublicContext, login: Login): Promise<Opened | Problem> {
  const { homeTenantId, userId, membershipId } = login
  const refusal = (await refusalNow(tx, context, login)) ?? (await refusalOfAlone(tx, context, login))
  if (refusal) {
    await recordRefusal(tx, context, { login, refusal })
    return refusal
  }
  // Begun and gone on from in one transaction: there is one road after a second step, and this takes it.
  const begun = await beginAttempt(tx, context, {
    homeTenantId,
    userId,
    membershipId,
    step: 'factor',
    passwordProven: false,
  })
  const attempt = { ...login, ...begun, step: 'factor', shown: null, passwordProven: false } as const
  return completeSecondFactor(tx, { ...context, attempt }, 'passkey')
}

/**
 * Behind the lock of the login: whoever reports a sign-in or chooses a new password comes before this, or waits for it and ends
 * the session that it opened.
 */
async function refusalNow(tx: Tx, context: PublicContext, login: Login): Promise<Problem | null> {
  const [now] = await tx.$queryRaw<Pick<Login, 'passwordVoidAt'>[]>`
    SELECT password_void_at AS "passwordVoidAt" FROM logins WHERE user_id = ${login.userId}::uuid FOR UPDATE`
  const refusal = refusalOf({ ...login, ...now })
  return refusal && explainRefusal(tx, context, { ...login, ...now }, refusal)
}

/** The rules of the organisation that they would come into, as they are in this transaction. */
async function refusalOfAlone(tx: Tx, { now }: PublicContext, login: Login): Promise<Problem | null> {
  const { policy, allowed } = await findFactorState(tx, login, now)
  return policy.passkeyAlone && allowed.includes('passkey') ? null : new Problem('passkey.not_alone')
}

type Refused = { login: Login; refusal: Problem }

async function recordRefusal(tx: Tx, context: PublicContext, { login, refusal }: Refused): Promise<void> {
  await record(tx, context, {
    tenantId: login.tenantId,
    action: 'sign-in.second-factor',
    outcome: 'denied',
    reason: refusal.code,
    actor: actorOf(login),
    after: { secondFactor: 'passkey' },
  })
}
