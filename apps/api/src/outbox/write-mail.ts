import { compose, isTemplate } from '../messages/compose.ts'
import type { MessageData, MessageTemplate } from '../messages/templates.ts'
import type { Claimed } from './claim-due.ts'
import { DELIVERY_FAILURES, type DeliveryFailure } from './delivery-failure.ts'
import { maySendAgain, resendOf } from './may-send-again.ts'
import type { Outbox } from './outbox.ts'
import { languageOf, type Member, type Written } from './written.ts'

/** Writes a mail to its member as they are now; or says why it is not to be sent. */
export function writeMail(platform: Outbox['platform'], message: Claimed, member: Member): Written | DeliveryFailure {
  const { id, template, sendAttempts } = message
  if (!isTemplate(template)) return DELIVERY_FAILURES.unwritable
  if (!maySendAgain(resendOf(template), sendAttempts)) return DELIVERY_FAILURES['perhaps-sent']
  const { settings, clock } = platform
  try {
    const data = openPayload(platform, message)
    if ('expiresAt' in data && new Date(data.expiresAt) <= clock.now()) {
      return 'code' in data ? DELIVERY_FAILURES['code-expired'] : DELIVERY_FAILURES['link-expired']
    }
    const to = 'to' in data ? data.to : null
    const composed = compose(template, {
      data,
      language: languageOf(member),
      // The name of a machine is not that of whoever reads its mail; nor is one's own, at an address that is not known to be one's.
      recipientName: member.kind === 'person' && to === null ? member.name : null,
      serviceName: settings.serviceName,
    })
    // The same at every try: a mailbox can tell a second copy by it.
    return {
      mail: { ...composed, to: to ?? member.email, messageId: `<${id}@${new URL(settings.publicUrl).hostname}>` },
    }
  } catch {
    return DELIVERY_FAILURES.unwritable
  }
}

/** What `enqueue` was given: nobody else can seal, so its shape is known, unless another build wrote it. */
function openPayload({ secretBox }: Outbox['platform'], { id, tenantId, payloadSealed }: Claimed) {
  const data: MessageData[MessageTemplate] = JSON.parse(secretBox.open('message', payloadSealed, [tenantId, id]))
  return data
}
