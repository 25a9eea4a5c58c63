import type { users as contract } from '@keyholder/contracts'
import type { Tx } from '@keyholder/prisma'
import type { Handler } from '../http/serve.ts'
import { record } from '../identity/audit/record.ts'
import { voidLinks } from '../identity/links/make-link.ts'
import { findMember, type Member, toUser } from '../identity/members/find-member.ts'
import { endSessionsOfMember } from '../identity/sessions/end-sessions.ts'
import { enqueue } from '../outbox/enqueue.ts'
import { Problem } from '../problem.ts'
import { actOnUser, objectOf } from './act-on-user.ts'

/** The guard reads the status at every request: sessions and tokens end at once, here. Elsewhere the person is untouched. */
export const deactivateUser: Handler<typeof contract.deactivate> = async ({ params: { id } }, context) => {
  const { actor, now } = context
  const { tenantId } = actor
  return actOnUser(context, { action: 'deactivate', id }, async (tx, member) => {
    const { count } = await tx.membership.updateMany({
      where: { tenantId, id, roleId: member.roleId, status: 'active' },
      data: { status: 'deactivated' },
    })
    if (count === 0) throw new Problem('user.wrong_status')
    const sessions = await endSessionsOfMember(tx, { tenantId, membershipId: id })
    await voidLinks(tx, now, { tenantId, membershipId: id })
    await endTokens(tx, member)
    await record(tx, context, {
      tenantId,
      action: 'user.deactivated',
      object: objectOf(member),
      before: { status: 'active' },
      after: { status: 'deactivated', endedSessions: String(sessions) },
    })
    if (member.kind === 'person') {
      await enqueue(tx, context, {
        tenantId,
        membershipId: id,
        template: 'deactivated',
        data: { tenantName: actor.tenant.name, by: actor.name },
      })
    }
    return toUser(await findMember(tx, id))
  })
}

/** A token of before must not come to life again when the API user is reactivated within its fifteen minutes. */
async function endTokens(tx: Tx, { kind, userId }: Member): Promise<void> {
  if (kind === 'api' && userId) await tx.apiUser.updateMany({ where: { userId }, data: { epoch: { increment: 1 } } })
}
