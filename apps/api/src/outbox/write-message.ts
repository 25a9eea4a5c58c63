import type { Tx } from '@keyholder/prisma'
import { findMessage } from '../messages/messages.ts'
import type { Claimed } from './claim-due.ts'
import { fillMessage } from './fill-message.ts'
import { mayLeave, resendOf } from './may-leave.ts'
import type { Outbox } from './outbox.ts'
import { SETBACKS, type Setback } from './setback.ts'
import type { Written } from './written.ts'

/** Writes a claimed message by its channel, with what is known now; or says why it is not to be sent. */
export async function writeMessage(tx: Tx, outbox: Outbox, claimed: Claimed): Promise<Written | Setback> {
  const { tenantId, membershipId, template, copies } = claimed
  // Read now and not when it was enqueued: people move, and leave.
  const member = await tx.membership.findFirst({
    where: { tenantId, id: membershipId },
    select: { kind: true, name: true, email: true, language: true },
  })
  if (!member) return SETBACKS['recipient-gone']
  const message = findMessage(template)
  if (!message) return SETBACKS.unwritable
  if (message.channel === 'sms' && (await isSmsOff(tx, outbox))) return SETBACKS['sms-off']
  if (!mayLeave(resendOf(template), copies)) return SETBACKS['perhaps-sent']
  return fillMessage(outbox.platform, { message, claimed, member })
}

/** Whoever switches text messages off means those that wait as well. */
async function isSmsOff(tx: Tx, { sms }: Outbox): Promise<boolean> {
  return sms === null || (await tx.switch.count({ where: { name: 'sms' } })) > 0
}
