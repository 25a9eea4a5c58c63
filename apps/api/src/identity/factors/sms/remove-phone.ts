import { actorOf, type Subject } from '@keyholder/domain'
import type { Tx } from '@keyholder/prisma'
import type { Actor, PublicContext } from '../../../context.ts'
import { enqueue } from '../../../outbox/enqueue.ts'
import { record } from '../../audit/record.ts'
import { openPhone } from './seal-phone.ts'

type Context = PublicContext & { actor?: Actor }
type Going = {
  owner: Subject
  /** The keyed hash of the number that comes in its place. */
  replacedBy: string
}

/**
 * Takes the number that is linked away, for another. Its owner is told by mail, and at the number itself: whoever took the
 * account over may read the mail, but not the phone (ENR-13). Linking the same phone again notifies no one.
 */
export async function removePhone(tx: Tx, context: Context, { owner, replacedBy }: Going): Promise<void> {
  const { homeTenantId, userId } = owner
  const where = { homeTenantId, userId, kind: 'sms', state: { in: ['linked', 'off'] } }
  const former = await tx.factor.findFirst({
    where,
    select: { id: true, name: true, secretSealed: true, phoneHash: true, ending: true },
  })
  if (!former) return
  await tx.factor.deleteMany({ where })
  const { id, name, secretSealed, phoneHash, ending } = former
  if (!secretSealed || !ending || phoneHash === replacedBy) return
  const log = { tenantId: owner.tenantId, actor: actorOf(owner) }
  await record(tx, context, { ...log, action: 'sms.removed', object: { kind: 'sms', id, name } })
  const to = { tenantId: owner.tenantId, membershipId: owner.membershipId }
  const data = { ending, at: context.now.toISOString() }
  await enqueue(tx, context, { ...to, template: 'phone-removed', data })
  // Not counted: else a number whose messages were used up on purpose would not be told.
  const phone = openPhone(context.platform, secretSealed, { homeTenantId, userId, factorId: id })
  await enqueue(tx, context, { ...to, template: 'sms-phone-replaced', data: { to: phone } })
}
