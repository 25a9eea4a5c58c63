import type { Tx } from '@keyholder/prisma'
import type { PublicContext } from '../context.ts'
import type { MessageData, MessageTemplate } from '../messages/templates.ts'

type Envelope<T extends MessageTemplate> = {
  /** Who gets it: a member of an organisation. Address, name and language are read when it is sent. */
  tenantId: string
  membershipId: string
  template: T
  data: MessageData[T]
}

/**
 * Puts a message into the outbox, in the transaction of what it tells: both happen or neither. The content is sealed
 * until it is sent and wiped then.
 */
export async function enqueue<T extends MessageTemplate>(
  tx: Tx,
  { platform, now }: Pick<PublicContext, 'platform' | 'now'>,
  { tenantId, membershipId, template, data }: Envelope<T>,
): Promise<void> {
  const id = platform.random.uuid()
  const payloadSealed = platform.secretBox.seal('message', JSON.stringify(data), [tenantId, id])
  await tx.message.createMany({
    data: [{ id, tenantId, membershipId, template, payloadSealed, createdAt: now, nextTryAt: now }],
  })
}
