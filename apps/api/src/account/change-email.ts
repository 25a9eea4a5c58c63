import type { account as contract } from '@keyholder/contracts'
import type { Tx } from '@keyholder/prisma'
import type { ActorContext } from '../context.ts'
import type { Handler } from '../http/serve.ts'
import { record } from '../identity/audit/record.ts'
import { requireSettled } from '../identity/factors/require-settled.ts'
import { makeLink, voidLinksOfPurpose } from '../identity/links/make-link.ts'
import { findLogin, type Login } from '../identity/logins/find-login.ts'
import { lockLogin } from '../identity/logins/lock-login.ts'
import { emailBucketKey } from '../identity/throttle/bucket-key.ts'
import { countAttempt, requireTry } from '../identity/throttle/throttle.ts'
import { enqueue } from '../outbox/enqueue.ts'
import { Problem } from '../problem.ts'

/**
 * Asks for another address: confirmed at the new one, told to the old. The answer, the pending change and the mail to the old
 * address are the same whether the new one has an account or not; only its own mailbox is told (CHN-21).
 */
export const changeEmail: Handler<typeof contract.changeEmail> = async ({ body: { email } }, context) => {
  const { actor, signIn, now } = context
  const { userId } = actor
  if (email === actor.email) throw new Problem('email.same')
  await requireTry(signIn, now, [{ name: 'emailChangeByUser', parts: [userId] }], 'request.too_many')
  const byEmail = { name: 'emailChangeByEmail', parts: [emailBucketKey(context, email)] } as const
  const isTooMany = (await countAttempt(signIn, now, [byEmail])) !== null
  const holder = await findLogin(signIn, email)
  await signIn.write(async (tx) => {
    const login = await lockLogin(tx, userId)
    requireSettled(login, now)
    const link = await beginChange(tx, context, email)
    if (!isTooMany) await notifyNewEmail(tx, context, { email, holder, link })
    await notifyOldEmail(tx, context, { oldEmail: login.email, newEmail: email })
    await recordAsked(tx, context, { oldEmail: login.email, newEmail: email })
  })
}

type Confirming = { link: string; expiresAt: string }

/** Only the newest change counts, whatever organisation an earlier one was asked for in. */
async function beginChange(tx: Tx, context: ActorContext, email: string): Promise<Confirming> {
  const { actor, now } = context
  const { tenantId, membershipId, userId } = actor
  await voidLinksOfPurpose(tx, now, { userId, purpose: 'email-change' })
  const { url, expiresAt } = await makeLink(tx, context, { tenantId, membershipId, email, purpose: 'email-change' })
  return { link: url, expiresAt: expiresAt.toISOString() }
}

/** The account that has the address already gets a mail about the attempt; the link of the change opens nothing. */
async function notifyNewEmail(
  tx: Tx,
  context: ActorContext,
  { email, holder, link }: { email: string; holder: Login | null; link: Confirming },
): Promise<void> {
  const { tenantId, membershipId } = context.actor
  if (!holder) {
    const data = { to: email, ...link }
    await enqueue(tx, context, { tenantId, membershipId, template: 'email-change-confirm', data })
    return
  }
  await enqueue(tx, context, {
    tenantId: holder.tenantId,
    membershipId: holder.membershipId,
    template: 'email-change-taken',
    data: { at: context.now.toISOString() },
  })
}

type Emails = { oldEmail: string; newEmail: string }

/** To the address of this moment, also when it is another one by the time that the mail is sent. */
async function notifyOldEmail(tx: Tx, context: ActorContext, { oldEmail, newEmail }: Emails): Promise<void> {
  const { actor, now } = context
  const { tenantId, membershipId } = actor
  const wanted = { tenantId, membershipId, email: oldEmail, purpose: 'email-change-stop' } as const
  const { url: link, expiresAt } = await makeLink(tx, context, wanted)
  const data = { to: oldEmail, newEmail, at: now.toISOString(), link, expiresAt: expiresAt.toISOString() }
  await enqueue(tx, context, { tenantId, membershipId, template: 'email-change-asked', data })
}

async function recordAsked(tx: Tx, context: ActorContext, { oldEmail, newEmail }: Emails): Promise<void> {
  const { tenantId, membershipId: id, name } = context.actor
  await record(tx, context, {
    tenantId,
    action: 'email.change-asked',
    object: { kind: 'user', id, name },
    before: { email: oldEmail },
    after: { email: newEmail },
  })
}
