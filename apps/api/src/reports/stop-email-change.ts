import type { reports as contract } from '@keyholder/contracts'
import type { Tx } from '@keyholder/prisma'
import type { PublicContext } from '../context.ts'
import type { Handler } from '../http/serve.ts'
import { record } from '../identity/audit/record.ts'
import { consumeLink } from '../identity/links/consume-link.ts'
import type { FoundLink } from '../identity/links/find-link.ts'
import { findReportLink } from '../identity/links/find-report-link.ts'
import { UNTOUCHED } from '../identity/links/open-links.ts'
import { requireLinkTry } from '../identity/links/require-link-try.ts'
import { lockLogin } from '../identity/logins/lock-login.ts'
import { isTaken, moveEmail } from '../identity/logins/move-email.ts'
import { secureAccount } from '../identity/logins/secure-account.ts'
import { enqueue } from '../outbox/enqueue.ts'

const purpose = 'email-change-stop'

/**
 * "That change was not me", from the old mailbox: what waits is voided, what was done is undone while nobody else has the address,
 * and everything that may have been opened ends. Of any number at once, one does.
 */
export const stopEmailChange: Handler<typeof contract.stopEmailChange> = async ({ body: { token } }, context) => {
  const { signIn, now } = context
  await requireLinkTry(context)
  return signIn.write(async (tx) => {
    const link = await findReportLink(tx, { token, purpose, now })
    const { tenantId, membershipId, userId } = link
    const { email: before } = await lockLogin(tx, userId)
    await consumeLink(tx, { token, purpose, now })
    const email = await putBack(tx, { userId, before, old: link.email })
    await voidLaterStops(tx, context, link)
    const resetToken = await secureAccount(tx, context, { tenantId, membershipId, userId, email })
    await tell(tx, context, { link, email, before })
    return { resetToken }
  })
}

/** @returns the address that the account has from now on */
async function putBack(tx: Tx, { userId, before, old }: { userId: string; before: string; old: string }) {
  if (old === before) return before
  await tx.$executeRaw`SAVEPOINT address`
  try {
    await moveEmail(tx, { userId, email: old })
    return old
  } catch (error) {
    if (!isTaken(error)) throw error
    await tx.$executeRaw`ROLLBACK TO SAVEPOINT address`
    return before
  }
}

/**
 * Of a chain of changes the mailbox that was there first decides: what later ones were sent is void, and of its own what is left.
 * An earlier one keeps its link: else whoever took the account over would undo the undoing.
 */
async function voidLaterStops(tx: Tx, { now }: PublicContext, { userId, email, createdAt }: FoundLink): Promise<void> {
  await tx.link.updateMany({
    where: {
      purpose,
      ...UNTOUCHED,
      membership: { is: { userId } },
      OR: [{ email }, { createdAt: { gte: createdAt } }],
    },
    data: { voidedAt: now },
  })
}

type Stopped = { link: FoundLink; email: string; before: string }

/** To every address that the account had, and to the log. */
async function tell(tx: Tx, context: PublicContext, { link, email, before }: Stopped): Promise<void> {
  const { tenantId, membershipId, memberName: name, role } = link
  const at = context.now.toISOString()
  for (const to of new Set([email, before, link.email])) {
    await enqueue(tx, context, { tenantId, membershipId, template: 'email-change-stopped', data: { to, at, email } })
  }
  await record(tx, context, {
    tenantId,
    action: 'email.change-stopped',
    actor: { id: membershipId, name, role },
    object: { kind: 'user', id: membershipId, name },
    ...(email === before ? {} : { before: { email: before }, after: { email } }),
  })
}
