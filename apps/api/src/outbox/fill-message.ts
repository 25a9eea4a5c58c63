import { z } from 'zod'
import type { Message } from '../messages/messages.ts'
import type { Claimed } from './claim-due.ts'
import { DELIVERY_FAILURES, type DeliveryFailure } from './delivery-failure.ts'
import type { Outbox } from './outbox.ts'
import { languageOf, type Member, type Written } from './written.ts'

type Parts = { message: Message; claimed: Claimed; member: Member }

/** Fills a message in with what was sealed, for its member as they are now; or says why it is not to be sent. */
export function fillMessage(
  platform: Outbox['platform'],
  { message, claimed, member }: Parts,
): Written | DeliveryFailure {
  const { id, tenantId, payloadSealed } = claimed
  const { settings, clock, secretBox } = platform
  const host = new URL(settings.publicUrl).hostname
  const around = { language: languageOf(member), serviceName: settings.serviceName }
  try {
    const data: unknown = JSON.parse(secretBox.open('message', payloadSealed, [tenantId, id]))
    const { to, expiresAt } = Envelope.parse(data)
    if (expiresAt && expiresAt <= clock.now())
      return DELIVERY_FAILURES[message.kind === 'code' ? 'code-expired' : 'link-expired']
    if (message.channel === 'sms') return { sms: { ...message.write(data, { ...around, host }), reference: id } }
    // A machine's name is not its contact's; nor is a person's name used at an address that is not verified as theirs.
    const recipientName = member.kind === 'person' && to === undefined ? member.name : null
    const composed = message.write(data, { ...around, recipientName })
    // The same at every try: a mailbox can tell a second copy by it.
    return { mail: { ...composed, to: to ?? member.email, messageId: `<${id}@${host}>` } }
  } catch {
    // Sealed by a key that is not here, or of another build.
    return DELIVERY_FAILURES.unwritable
  }
}

/** What the outbox itself needs to know of what a message is filled in with. */
const Envelope = z.object({ to: z.string().optional(), expiresAt: z.coerce.date().optional() })
