import type { Tx } from '@keyholder/prisma'
import { findMessage } from '../messages/messages.ts'
import type { Claimed } from './claim-due.ts'
import { DELIVERY_FAILURES, type DeliveryFailure } from './delivery-failure.ts'
import { fillMessage } from './fill-message.ts'
import { maySendAgain, resendOf } from './may-send-again.ts'
import type { Outbox } from './outbox.ts'
import type { Written } from './written.ts'

/** Writes a claimed message by its channel, with what is known now; or says why it is not to be sent. */
export async function writeMessage(tx: Tx, outbox: Outbox, claimed: Claimed): Promise<Written | DeliveryFailure> {
  const { tenantId, membershipId, template, sendAttempts } = claimed
  // Read now and not when it was enqueued: people move, and leave.
  const member = await tx.membership.findFirst({
    where: { tenantId, id: membershipId },
    select: { kind: true, name: true, email: true, language: true },
  })
  if (!member) return DELIVERY_FAILURES['recipient-gone']
  const message = findMessage(template)
  if (!message) return DELIVERY_FAILURES.unwritable
  if (message.channel === 'sms' && (await isSmsOff(tx, outbox))) return DELIVERY_FAILURES['sms-off']
  if (!maySendAgain(resendOf(template), sendAttempts)) return DELIVERY_FAILURES['perhaps-sent']
  return fillMessage(outbox.platform, { message, claimed, member })
}

/** Whoever switches text messages off means those that wait as well. */
async function isSmsOff(tx: Tx, { sms }: Outbox): Promise<boolean> {
  return sms === null || (await tx.killSwitch.count({ where: { name: 'sms' } })) > 0
}
