import type { users as contract } from '@keyholder/contracts'
import type { Handler } from '../http/serve.ts'
import { record } from '../identity/audit/record.ts'
import { findMember, toUser } from '../identity/members/find-member.ts'
import { sendInvitation } from '../identity/members/send-invitation.ts'
import { requireTry } from '../identity/throttle/throttle.ts'
import { Problem } from '../problem.ts'
import { actOnUser, objectOf } from './act-on-user.ts'

/**
 * A new link for another seven days; the earlier one is dead. Few times a day, so that nobody's mailbox is filled (LNK-12).
 * Whoever sends it answers for it from here on: their rights are asked again when it is accepted.
 */
export const resendInvitation: Handler<typeof contract.resendInvitation> = async ({ params: { id } }, context) => {
  const { tenantId, name: invitedBy, membershipId: inviterId } = context.actor
  return actOnUser(context, { action: 'resend-invitation', id }, async (tx, invited) => {
    const tries = [
      { name: 'invitationResend', parts: [id] },
      { name: 'invitationByTenant', parts: [tenantId] },
    ] as const
    await requireTry(tx, context.now, tries, 'request.too_many')
    await sendInvitation(tx, context, invited)
    // Whoever accepts at this moment held the link that was just voided. In the order in which accepting takes its locks.
    const where = { tenantId, id, status: 'invited' }
    const { count } = await tx.membership.updateMany({ where, data: { invitedBy, inviterId } })
    if (count === 0) throw new Problem('invitation.not_open')
    await record(tx, context, { tenantId, action: 'user.invitation-resent', object: objectOf(invited) })
    return toUser(await findMember(tx, id))
  })
}
