import type { signIn as contract } from '@keyholder/contracts'
import { canonicalPassword, type EventReason } from '@keyholder/domain'
import { Prisma } from '@keyholder/prisma'
import type { PublicContext } from '../context.ts'
import type { Handler } from '../http/serve.ts'
import { beginSignIn } from '../identity/attempts/begin-sign-in.ts'
import { record } from '../identity/audit/record.ts'
import { findLogin, type Login } from '../identity/logins/find-login.ts'
import { PLATFORM_TENANT } from '../identity/tenants/platform-tenant.ts'
import { countPasswordTry } from '../identity/throttle/count-password-try.ts'
import { Problem } from '../problem.ts'

/**
 * The first step. Whatever is wrong, an outsider gets the same answer at the same cost: the try is counted first, then there
 * is always exactly one hash, and only behind a right password is anything told.
 */
export const verifyPassword: Handler<typeof contract.password> = async ({ body }, context) => {
  const { platform, signIn } = context
  const { account, bucket } = await countPasswordTry(context, body.email)
  const login = await findLogin(signIn, body.email)
  const { ok, needsRehash, isUnreadable } = await platform.passwords.verify(
    login?.passwordHash ?? null,
    canonicalPassword(body.password),
  )
  if (!login || !ok) {
    await recordFailure(context, { login, account, reason: isUnreadable ? 'password.unreadable' : 'password' })
    throw new Problem('sign_in.refused')
  }
  const passwordHash = needsRehash ? await rehash(context, login, body.password) : login.passwordHash
  return beginSignIn(context, { ...login, passwordHash }, { clearBucket: bucket })
}

type Failure = { login: Login | null; account: string; reason: EventReason }

/** An unknown address is kept as a keyed hash only: people type passwords into the wrong field (AUD-13). */
async function recordFailure(context: PublicContext, { login, account, reason }: Failure): Promise<void> {
  await context.signIn.write((tx) =>
    record(tx, context, {
      tenantId: login?.tenantId ?? PLATFORM_TENANT,
      action: 'sign-in.password',
      outcome: 'failure',
      reason: login ? reason : 'email.unknown',
      object: login ? { kind: 'user', id: login.membershipId, name: login.name } : { kind: 'email', name: account },
    }),
  )
}

/** Parameters or pepper have changed since: the password is rehashed (AUT-13). */
async function rehash({ platform, signIn }: PublicContext, login: Login, password: string): Promise<string> {
  const hash = await platform.passwords.hash(canonicalPassword(password))
  await signIn.query(
    Prisma.sql`UPDATE logins SET password_hash = ${hash} WHERE email = ${login.email} AND password_hash = ${login.passwordHash}`,
  )
  return hash
}
