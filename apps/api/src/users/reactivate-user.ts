import type { users as contract } from '@keyholder/contracts'
import type { Handler } from '../http/serve.ts'
import { record } from '../identity/audit/record.ts'
import { findMember, toUser } from '../identity/members/find-member.ts'
import { enqueue } from '../outbox/enqueue.ts'
import { Problem } from '../problem.ts'
import { actOnUser, objectOf } from './act-on-user.ts'

/** Takes a seat again, which the table counts. The role that comes back with it must be one that the actor may give. */
export const reactivateUser: Handler<typeof contract.reactivate> = async ({ params: { id } }, context) => {
  const { actor } = context
  const { tenantId } = actor
  return actOnUser(context, { action: 'reactivate', id }, async (tx, member) => {
    const { count } = await tx.membership.updateMany({
      where: { tenantId, id, roleId: member.roleId, status: 'deactivated' },
      data: { status: 'active' },
    })
    if (count === 0) throw new Problem('user.wrong_status')
    await record(tx, context, {
      tenantId,
      action: 'user.reactivated',
      object: objectOf(member),
      before: { status: 'deactivated' },
      after: { status: 'active' },
    })
    if (member.kind === 'person') {
      await enqueue(tx, context, {
        tenantId,
        membershipId: id,
        template: 'reactivated',
        data: { tenantName: actor.tenant.name, by: actor.name },
      })
    }
    return toUser(await findMember(tx, id))
  })
}
