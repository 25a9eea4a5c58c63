import type { Tx } from '@keyholder/prisma'
import type { By, Work } from '../../context.ts'
import { Problem } from '../../problem.ts'
import { record } from '../audit/record.ts'
import type { Member } from './find-member.ts'
import { objectOf } from './object-of.ts'

/**
 * Nobody was a user yet, so nothing stays but the log: the seat is free, and the link opens nothing.
 * @throws Problem `invitation.not_open`
 */
export async function withdrawInvitation(
  tx: Tx,
  work: Work,
  { by: { tenantId }, member }: { by: By; member: Member },
): Promise<void> {
  const { count } = await tx.membership.deleteMany({ where: { tenantId, id: member.id, status: 'invited' } })
  if (count === 0) throw new Problem('invitation.not_open')
  const before = { email: member.email, role: member.role.name }
  await record(tx, work, { tenantId, action: 'user.invitation-withdrawn', object: objectOf(member), before })
}
