import type { passwordReset as contract } from '@keyholder/contracts'
import type { Tx } from '@keyholder/prisma'
import type { PublicContext } from '../context.ts'
import type { Handler } from '../http/serve.ts'
import { record } from '../identity/audit/record.ts'
import { mailResetLink } from '../identity/links/mail-reset-link.ts'
import { lockLinks, voidLinks } from '../identity/links/make-link.ts'
import { findLogin, type Login } from '../identity/logins/find-login.ts'
import { PLATFORM_TENANT } from '../identity/tenants/platform-tenant.ts'
import { emailBucketKey, sourceBucketKey } from '../identity/throttle/bucket-key.ts'
import { countAttempt } from '../identity/throttle/throttle.ts'
import { enqueue } from '../outbox/enqueue.ts'

/**
 * Always the same answer: for a known address, an unknown one, one that may not come in, and one that was asked too often.
 * The mail goes to the address that is stored, by the outbox, so the answer waits for no mail server (CHN-10).
 */
export const requestReset: Handler<typeof contract.request> = async ({ body: { email } }, context) => {
  const { platform, signIn, now } = context
  const tries = [
    { name: 'resetMailBySource', parts: [sourceBucketKey(context)] },
    { name: 'resetMailByEmail', parts: [emailBucketKey(context, email)] },
  ] as const
  if ((await countAttempt(signIn, now, tries)) !== null) return
  const login = await findLogin(signIn, email)
  const mayComeIn = login?.status === 'active' && login.packageStatus === 'active'
  const account = platform.keyedHash.hash('throttle', email)
  await signIn.write(async (tx) => {
    if (mayComeIn) await mail(tx, context, login)
    else await mailNobody(tx, context)
    await record(tx, context, {
      tenantId: login?.tenantId ?? PLATFORM_TENANT,
      action: 'password.reset-asked',
      // An unknown address is kept as a keyed hash only (AUD-13).
      object: login ? { kind: 'user', id: login.membershipId, name: login.name } : { kind: 'email', name: account },
      ...(mayComeIn ? {} : { outcome: 'denied', reason: login ? 'sign_in.no_access' : 'email.unknown' }),
    })
  })
}

async function mail(tx: Tx, context: PublicContext, login: Login): Promise<void> {
  const { tenantId, membershipId, email } = login
  await tx.$executeRaw`SAVEPOINT mail`
  await mailResetLink(tx, context, { tenantId, membershipId, email })
  await tx.$executeRaw`RELEASE SAVEPOINT mail`
}

/** The work of `mail`, statement by statement, and then undone: the time that the answer takes tells nothing either. */
async function mailNobody(tx: Tx, context: PublicContext): Promise<void> {
  const { platform, now } = context
  const nobody = { tenantId: PLATFORM_TENANT, membershipId: platform.random.uuid() }
  const data = { link: `${platform.settings.publicUrl}#${platform.random.token()}`, expiresAt: now.toISOString() }
  await tx.$executeRaw`SAVEPOINT mail`
  await lockLinks(tx, { ...nobody, purpose: 'password-reset' })
  await voidLinks(tx, now, { ...nobody, purpose: 'password-reset' })
  // In the place of the link, which needs a member.
  await enqueue(tx, context, { ...nobody, template: 'password-reset', data })
  await enqueue(tx, context, { ...nobody, template: 'password-reset', data })
  await tx.$executeRaw`ROLLBACK TO SAVEPOINT mail`
}
