import type { users as contract } from '@keyholder/contracts'
import { record } from '../audit/record.ts'
import type { Handler } from '../http/serve.ts'
import { Problem } from '../problem.ts'
import { requireTry } from '../throttle.ts'
import { actOnUser, objectOf } from './act-on-user.ts'
import { findMember, toUser } from './find-member.ts'
import { sendInvitation } from './send-invitation.ts'

/** A new link for another seven days; the earlier one is dead. Few times a day, so that nobody's mailbox is filled (LNK-12). */
export const resendInvitation: Handler<typeof contract.resendInvitation> = async ({ params: { id } }, context) => {
  const { tenantId } = context.actor
  return actOnUser(context, { action: 'resend-invitation', id }, async (tx, invited) => {
    const tries = [
      { name: 'invitationResend', parts: [id] },
      { name: 'invitationByTenant', parts: [tenantId] },
    ] as const
    await requireTry(tx, context.now, tries, 'request.too_many')
    await sendInvitation(tx, context, invited)
    // Whoever accepted at this moment held the link that was just voided: they were first, and need no other.
    const user = toUser(await findMember(tx, id))
    if (user.status !== 'invited') throw new Problem('invitation.not_open')
    await record(tx, context, { tenantId, action: 'user.invitation-resent', object: objectOf(invited) })
    return user
  })
}
