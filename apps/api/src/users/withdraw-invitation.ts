import type { users as contract } from '@keyholder/contracts'
import type { Handler } from '../http/serve.ts'
import { record } from '../identity/audit/record.ts'
import { Problem } from '../problem.ts'
import { actOnUser, objectOf } from './act-on-user.ts'

/** Nobody was a user yet, so nothing stays but the log: the seat is free, and the link opens nothing. */
export const withdrawInvitation: Handler<typeof contract.withdrawInvitation> = async ({ params: { id } }, context) => {
  const { tenantId } = context.actor
  await actOnUser(context, { action: 'withdraw-invitation', id }, async (tx, invited) => {
    const { count } = await tx.membership.deleteMany({ where: { tenantId, id, status: 'invited' } })
    if (count === 0) throw new Problem('invitation.not_open')
    const before = { email: invited.email, role: invited.roleName }
    await record(tx, context, { tenantId, action: 'user.invitation-withdrawn', object: objectOf(invited), before })
  })
}
