import type { users as contract } from '@keyholder/contracts'
import type { Handler } from '../http/serve.ts'
import { record } from '../identity/audit/record.ts'
import { findMember, toUser } from '../identity/members/find-member.ts'
import { findGivableRole } from '../identity/rights/find-givable-role.ts'
import { enqueue } from '../outbox/enqueue.ts'
import { Problem } from '../problem.ts'
import { actOnUser, objectOf } from './act-on-user.ts'

/** The guard reads the role at every request: the new one holds from the very next. */
export const changeRole: Handler<typeof contract.changeRole> = async ({ params: { id }, body }, context) => {
  const { actor } = context
  const { tenantId } = actor
  return actOnUser(context, { action: 'change-role', id }, async (tx, member) => {
    const role = await findGivableRole(tx, actor, body.roleId)
    // Only from the role that was just looked at: another may have raised it meanwhile above who is changing it.
    const { count } = await tx.membership.updateMany({
      where: { tenantId, id, roleId: member.roleId, status: member.status },
      data: { roleId: role.id },
    })
    if (count === 0) throw new Problem('user.wrong_status')
    await record(tx, context, {
      tenantId,
      action: 'user.role-changed',
      object: objectOf(member),
      before: { role: member.roleName },
      after: { role: role.name },
    })
    if (member.status === 'active' && role.id !== member.roleId) {
      const data = { tenantName: actor.tenant.name, role: role.builtIn ?? role.name, by: actor.name }
      await enqueue(tx, context, { tenantId, membershipId: id, template: 'role-changed', data })
    }
    return toUser(await findMember(tx, id))
  })
}
