import type { reports as contract } from '@keyholder/contracts'
import type { Handler } from '../http/serve.ts'
import { record } from '../identity/audit/record.ts'
import { consumeLink } from '../identity/links/consume-link.ts'
import { findReportLink } from '../identity/links/find-report-link.ts'
import { requireLinkTry } from '../identity/links/require-link-try.ts'
import { lockLogin } from '../identity/logins/lock-login.ts'
import { secureAccount } from '../identity/logins/secure-account.ts'
import { enqueue } from '../outbox/enqueue.ts'

/**
 * "That was not me": whoever reads the mailbox of the account ends everything in it and goes on with a new password, behind which
 * the second step is asked as ever. Of any number at once, by whichever of the mails, one does.
 */
export const notMe: Handler<typeof contract.notMe> = async ({ body: { token } }, context) => {
  const { signIn, now } = context
  await requireLinkTry(context)
  return signIn.write(async (tx) => {
    const { userId, ...link } = await findReportLink(tx, { token, purpose: 'not-me', now })
    const { tenantId, membershipId, memberName: name, role } = link
    const { email } = await lockLogin(tx, userId)
    await consumeLink(tx, { token, purpose: 'not-me', now })
    const resetToken = await secureAccount(tx, context, { tenantId, membershipId, userId, email })
    await enqueue(tx, context, {
      tenantId,
      membershipId,
      template: 'sign-in-reported',
      data: { at: now.toISOString() },
    })
    await record(tx, context, {
      tenantId,
      action: 'sign-in.reported',
      actor: { id: membershipId, name, role },
      object: { kind: 'user', id: membershipId, name },
    })
    return { resetToken }
  })
}
