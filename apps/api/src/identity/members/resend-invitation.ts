import type { Tx } from '@keyholder/prisma'
import type { By, Work } from '../../context.ts'
import { Problem } from '../../problem.ts'
import { record } from '../audit/record.ts'
import { requireTry } from '../throttle/throttle.ts'
import type { Member } from './find-member.ts'
import { objectOf } from './object-of.ts'
import { sendInvitation } from './send-invitation.ts'

/**
 * A new link for another seven days; the earlier one is dead. A few times a day only, so that no mailbox is flooded (LNK-12).
 * Whoever sends it answers for it from here on: their rights are asked again when it is accepted.
 * @throws Problem `request.too_many`, `invitation.not_open`
 */
export async function resendInvitation(tx: Tx, work: Work, { by, member }: { by: By; member: Member }): Promise<void> {
  const { tenantId, name: invitedBy, membershipId: inviterId } = by
  const { id, email } = member
  const tries = [
    { name: 'invitationResend', parts: [id] },
    { name: 'invitationByTenant', parts: [tenantId] },
  ] as const
  await requireTry(tx, work.now, tries, 'request.too_many')
  await sendInvitation(tx, work, { by, id, email })
  // Whoever accepts at this moment held the link that was just voided. In the order in which accepting takes its locks.
  const where = { tenantId, id, status: 'invited' }
  const { count } = await tx.membership.updateMany({ where, data: { invitedBy, inviterId } })
  if (count === 0) throw new Problem('invitation.not_open')
  await record(tx, work, { tenantId, action: 'user.invitation-resent', object: objectOf(member) })
}
