import type { Tx } from '@keyholder/prisma'
import type { By, Work } from '../../context.ts'
import { enqueue } from '../../outbox/enqueue.ts'
import { Problem } from '../../problem.ts'
import { record } from '../audit/record.ts'
import { voidLinks } from '../links/make-link.ts'
import { endSessionsOfMember } from '../sessions/end-sessions.ts'
import type { Member } from './find-member.ts'
import { objectOf } from './object-of.ts'

/**
 * Ends a membership for now: sessions, tokens and links at once, since the guard reads the status at every request. Elsewhere the
 * person is untouched.
 * @throws Problem `user.wrong_status` when status or role changed meanwhile
 */
export async function deactivateMember(tx: Tx, work: Work, { by, member }: { by: By; member: Member }): Promise<void> {
  const { tenantId } = by
  const { id } = member
  const { count } = await tx.membership.updateMany({
    where: { tenantId, id, roleId: member.role.id, status: 'active' },
    data: { status: 'deactivated' },
  })
  if (count === 0) throw new Problem('user.wrong_status')
  const sessions = await endSessionsOfMember(tx, { tenantId, membershipId: id })
  await voidLinks(tx, work.now, { tenantId, membershipId: id })
  await endTokens(tx, member)
  await record(tx, work, {
    tenantId,
    action: 'user.deactivated',
    object: objectOf(member),
    before: { status: 'active' },
    after: { status: 'deactivated', endedSessions: String(sessions) },
  })
  if (member.kind === 'api') return
  const data = { tenantName: by.tenant.name, by: by.name }
  await enqueue(tx, work, { tenantId, membershipId: id, template: 'deactivated', data })
}

/** A token of before must not come to life again when the API user is reactivated within its fifteen minutes. */
async function endTokens(tx: Tx, { kind, userId }: Member): Promise<void> {
  if (kind === 'api' && userId) await tx.apiUser.updateMany({ where: { userId }, data: { epoch: { increment: 1 } } })
}
