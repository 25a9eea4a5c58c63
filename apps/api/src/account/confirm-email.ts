import type { account as contract } from '@keyholder/contracts'
import type { Tx } from '@keyholder/prisma'
import type { ActorContext } from '../context.ts'
import type { Handler } from '../http/serve.ts'
import { record } from '../identity/audit/record.ts'
import { requireSettled } from '../identity/factors/require-settled.ts'
import { consumeLink } from '../identity/links/consume-link.ts'
import { findLink, isOpen } from '../identity/links/find-link.ts'
import { makeLink, voidLinksOfUser } from '../identity/links/make-link.ts'
import { requireLinkTry } from '../identity/links/require-link-try.ts'
import { lockLogin } from '../identity/logins/lock-login.ts'
import { isTaken, moveEmail } from '../identity/logins/move-email.ts'
import { enqueue } from '../outbox/enqueue.ts'
import { Problem } from '../problem.ts'

/** The new mailbox and the session of the very account, together: another person's session changes nothing (CHN-21). */
export const confirmEmail: Handler<typeof contract.confirmEmail> = async ({ body: { token } }, context) => {
  const { actor, signIn, now } = context
  await requireLinkTry(context)
  const work = signIn.write(async (tx) => {
    const newEmail = await findNewEmail(tx, context, token)
    const login = await lockLogin(tx, actor.userId)
    requireSettled(login, now)
    await consumeLink(tx, { token, purpose: 'email-change', now })
    await change(tx, context, { oldEmail: login.email, newEmail })
  })
  await work.catch((error: unknown) => {
    throw isTaken(error) ? new Problem('user.exists', { cause: error }) : error
  })
}

/** @throws Problem `link.gone`, also for links of every other purpose (REC-17); `link.other_account` */
async function findNewEmail(tx: Tx, { actor, now }: ActorContext, token: string): Promise<string> {
  const link = await findLink(tx, token)
  if (link?.purpose !== 'email-change' || !isOpen(link, now)) throw new Problem('link.gone')
  if (link.userId !== actor.userId) throw new Problem('link.other_account')
  return link.email
}

type Emails = { oldEmail: string; newEmail: string }

/** What was on its way to the old address is worth nothing any more (LNK-06). */
async function change(tx: Tx, context: ActorContext, { oldEmail, newEmail }: Emails): Promise<void> {
  const { actor, now } = context
  const { tenantId, membershipId: id, userId, name } = actor
  await moveEmail(tx, { userId, email: newEmail })
  await voidLinksOfUser(tx, now, userId)
  await tx.oneTimeCode.deleteMany({ where: { userId, method: 'email' } })
  await notify(tx, context, { oldEmail, newEmail })
  await record(tx, context, {
    tenantId,
    action: 'email.changed',
    object: { kind: 'user', id, name },
    before: { email: oldEmail },
    after: { email: newEmail },
  })
}

async function notify(tx: Tx, context: ActorContext, { oldEmail, newEmail }: Emails): Promise<void> {
  const { tenantId, membershipId } = context.actor
  const at = context.now.toISOString()
  const wanted = { tenantId, membershipId, email: oldEmail, purpose: 'email-change-stop' } as const
  const { url: link, expiresAt } = await makeLink(tx, context, wanted)
  const toOld = { to: oldEmail, newEmail, at, link, expiresAt: expiresAt.toISOString() }
  await enqueue(tx, context, { tenantId, membershipId, template: 'email-changed', data: toOld })
  await enqueue(tx, context, { tenantId, membershipId, template: 'email-change-done', data: { to: newEmail, at } })
}
