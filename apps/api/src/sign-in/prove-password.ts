import type { signIn as contract } from '@keyholder/contracts'
import { canonicalPassword, networkOf, sourceOf } from '@keyholder/domain'
import { Prisma } from '@keyholder/prisma'
import { beginSignIn } from '../attempts/begin-sign-in.ts'
import { findLogin, type Login } from '../attempts/find-login.ts'
import { record } from '../audit/record.ts'
import type { PublicContext } from '../context.ts'
import type { Handler } from '../http/serve.ts'
import { deviceOf } from '../known-device.ts'
import { PLATFORM_TENANT } from '../platform-tenant.ts'
import { Problem } from '../problem.ts'
import { type Counted, countTry } from '../throttle.ts'

/**
 * The first step. Whatever is wrong, an outsider gets the same answer at the same cost: the try is counted first, then there
 * is always exactly one hash, and only behind a right password is anything told.
 */
export const provePassword: Handler<typeof contract.password> = async ({ body }, context) => {
  const { platform, signIn } = context
  const { account, lane } = await countPasswordTry(context, body.email)
  const login = await findLogin(signIn, body.email)
  const { ok, needsRehash } = await platform.passwords.verify(
    login?.passwordHash ?? null,
    canonicalPassword(body.password),
  )
  if (!login || !ok) {
    await recordFailure(context, login, account)
    throw new Problem('sign_in.refused')
  }
  if (needsRehash) await rehash(context, login, body.password)
  return beginSignIn(context, login, { clearLane: lane })
}

/** Counts the try and gives the lane it was counted in: one per device that signed in to this account before, one for all others. */
async function countPasswordTry(context: PublicContext, email: string): Promise<{ account: string; lane: Counted }> {
  const { platform, signIn, now, request } = context
  const account = platform.keyedHash.hash('throttle', email)
  const device = deviceOf(platform, email, request.deviceCookie)
  const known = device === null ? null : platform.keyedHash.hash('throttle', device)
  const lane: Counted = {
    name: 'passwordByAccount',
    parts: known === null ? [account, 'unknown'] : [account, 'known', known],
  }
  const retryAfterSeconds = await countTry(signIn, now, [
    lane,
    { name: 'passwordBySource', parts: [sourceOf(request.address)] },
    { name: 'passwordByNetwork', parts: [networkOf(request.address)] },
    // Guesses at many accounts from many addresses do not shut out whoever is known.
    ...(known === null ? [{ name: 'passwordOverall', parts: ['all'] } as const] : []),
  ])
  if (retryAfterSeconds !== null) throw new Problem('sign_in.too_many', { retryAfterSeconds })
  return { account, lane }
}

/** An unknown address is kept as a keyed hash only: people type passwords into the wrong field (AUD-13). */
async function recordFailure(context: PublicContext, login: Login | null, account: string): Promise<void> {
  await context.signIn.write((tx) =>
    record(tx, context, {
      tenantId: login?.tenantId ?? PLATFORM_TENANT,
      action: 'sign-in.password',
      outcome: 'failure',
      reason: login ? 'password' : 'unknown-address',
      object: login ? { kind: 'user', id: login.membershipId, name: login.name } : { kind: 'address', name: account },
    }),
  )
}

async function rehash({ platform, signIn }: PublicContext, login: Login, password: string): Promise<void> {
  const hash = await platform.passwords.hash(canonicalPassword(password))
  await signIn.statement(
    Prisma.sql`UPDATE logins SET password_hash = ${hash} WHERE email = ${login.email} AND password_hash = ${login.passwordHash}`,
  )
}
