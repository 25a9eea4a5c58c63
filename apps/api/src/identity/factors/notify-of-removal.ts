import type { Tx } from '@keyholder/prisma'
import type { ActorContext } from '../../context.ts'
import { enqueue } from '../../outbox/enqueue.ts'
import type { OwnFactor } from './own-factors.ts'

/** Mails the owner about every factor that is removed. */
export async function notifyOfRemoval(tx: Tx, context: ActorContext, { kind, name, ending }: OwnFactor): Promise<void> {
  const { tenantId, membershipId } = context.actor
  const to = { tenantId, membershipId }
  const at = context.now.toISOString()
  switch (kind) {
    case 'authenticator':
      await enqueue(tx, context, { ...to, template: 'authenticator-removed', data: { name, at } })
      break
    case 'passkey':
      await enqueue(tx, context, { ...to, template: 'passkey-removed', data: { name, at } })
      break
    case 'sms':
      await enqueue(tx, context, { ...to, template: 'phone-removed', data: { ending: ending ?? '', at } })
      break
  }
}
