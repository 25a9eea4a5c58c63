import type { Tx } from '@keyholder/prisma'
import type { By, Work } from '../../context.ts'
import { enqueue } from '../../outbox/enqueue.ts'
import { Problem } from '../../problem.ts'
import { record } from '../audit/record.ts'
import { findGivableRole } from '../rights/find-givable-role.ts'
import type { Member } from './find-member.ts'
import { objectOf } from './object-of.ts'

type Change = { by: By; member: Member; roleId: string }

/**
 * Gives a member another role. The guard reads the role at every request: the new one holds from the very next.
 * @throws Problem `role.not_givable`; `user.wrong_status` when status or role changed meanwhile
 */
export async function changeRole(tx: Tx, work: Work, { by, member, roleId }: Change): Promise<void> {
  const { tenantId } = by
  const { id } = member
  const role = await findGivableRole(tx, by, roleId)
  // Only from the role that was just looked at: another may have raised it meanwhile above who is changing it.
  const { count } = await tx.membership.updateMany({
    where: { tenantId, id, roleId: member.role.id, status: member.status },
    data: { roleId: role.id },
  })
  if (count === 0) throw new Problem('user.wrong_status')
  const [before, after] = [{ role: member.role.name }, { role: role.name }]
  await record(tx, work, { tenantId, action: 'user.role-changed', object: objectOf(member), before, after })
  if (member.status !== 'active' || role.id === member.role.id) return
  const data = { tenantName: by.tenant.name, role: role.builtIn ?? role.name, by: by.name }
  await enqueue(tx, work, { tenantId, membershipId: id, template: 'role-changed', data })
}
