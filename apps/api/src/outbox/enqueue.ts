import type { Tx } from '@keyholder/prisma'
import type { Platform } from '../context.ts'
import type { MessageData, MessageName } from '../messages/messages.ts'

type Envelope<T extends MessageName> = {
  /** Who gets it: a member of an organisation. Address, name and language are read when it is sent. */
  tenantId: string
  membershipId: string
  template: T
  data: MessageData[T]
  /** The id of the message, for looking up its delivery later. */
  id?: string
  /** How long it is held back. */
  waitSeconds?: number
}

type Context = { platform: Pick<Platform, 'random' | 'secretBox'>; now: Date }

/**
 * Puts a mail or a text message into the outbox, in the transaction of what it tells: both happen or neither. The content is
 * sealed until it is sent and wiped then.
 */
export async function enqueue<T extends MessageName>(tx: Tx, context: Context, envelope: Envelope<T>): Promise<void> {
  await tx.message.createMany({ data: [messageOf(context, envelope)] })
}

/** The row of a message, for writing many at once. */
export function messageOf<T extends MessageName>(
  { platform, now }: Context,
  { tenantId, membershipId, template, data, id = platform.random.uuid(), waitSeconds = 0 }: Envelope<T>,
) {
  const payloadSealed = platform.secretBox.seal('message', JSON.stringify(data), [tenantId, id])
  return {
    id,
    tenantId,
    membershipId,
    template,
    payloadSealed,
    createdAt: now,
    nextTryAt: new Date(now.getTime() + waitSeconds * 1000),
  }
}
