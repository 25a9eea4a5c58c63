import type { Tx } from '@keyholder/prisma'
import type { By, Work } from '../../context.ts'
import { enqueue } from '../../outbox/enqueue.ts'
import { Problem } from '../../problem.ts'
import { record } from '../audit/record.ts'
import type { Member } from './find-member.ts'
import { objectOf } from './object-of.ts'

/**
 * Lets a deactivated member in again. It takes a seat, which the table counts.
 * @throws Problem `user.wrong_status` when status or role changed meanwhile
 */
export async function reactivateMember(tx: Tx, work: Work, { by, member }: { by: By; member: Member }): Promise<void> {
  const { tenantId } = by
  const { id } = member
  const { count } = await tx.membership.updateMany({
    where: { tenantId, id, roleId: member.role.id, status: 'deactivated' },
    data: { status: 'active' },
  })
  if (count === 0) throw new Problem('user.wrong_status')
  const [before, after] = [{ status: 'deactivated' }, { status: 'active' }]
  await record(tx, work, { tenantId, action: 'user.reactivated', object: objectOf(member), before, after })
  if (member.kind === 'api') return
  const data = { tenantName: by.tenant.name, by: by.name }
  await enqueue(tx, work, { tenantId, membershipId: id, template: 'reactivated', data })
}
