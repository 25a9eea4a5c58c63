import type { Tx } from '@keyholder/prisma'
import { isTextTemplate } from '../messages/texts.ts'
import type { Claimed } from './claim-due.ts'
import { DELIVERY_FAILURES, type DeliveryFailure } from './delivery-failure.ts'
import type { Outbox } from './outbox.ts'
import { writeMail } from './write-mail.ts'
import { writeText } from './write-text.ts'
import type { Written } from './written.ts'

/** Writes a claimed message by its channel, with what is known now; or says why it is not to be sent. */
export async function writeMessage(tx: Tx, outbox: Outbox, message: Claimed): Promise<Written | DeliveryFailure> {
  const { tenantId, membershipId, template } = message
  // Read now and not when it was enqueued: people move, and leave.
  const member = await tx.membership.findFirst({
    where: { tenantId, id: membershipId },
    select: { kind: true, name: true, email: true, language: true },
  })
  if (!member) return DELIVERY_FAILURES['recipient-gone']
  if (!isTextTemplate(template)) return writeMail(outbox.platform, message, member)
  // Whoever switches text messages off means those that wait as well.
  const isOff = outbox.sms === null || (await tx.switch.count({ where: { name: 'sms' } })) > 0
  return isOff ? DELIVERY_FAILURES['sms-off'] : writeText(outbox.platform, { ...message, template }, member)
}
