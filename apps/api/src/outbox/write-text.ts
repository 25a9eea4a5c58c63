import { composeText, type TextData, type TextTemplate } from '../messages/texts.ts'
import type { Claimed } from './claim-due.ts'
import { DELIVERY_FAILURES, type DeliveryFailure } from './delivery-failure.ts'
import { maySendAgain, resendOf } from './may-send-again.ts'
import type { Outbox } from './outbox.ts'
import { languageOf, type Member, type Written } from './written.ts'

type TextMessage = Claimed & { template: TextTemplate }

/** Writes a text message to the number that it was made for; or says why it is not to be sent. */
export function writeText(
  platform: Outbox['platform'],
  message: TextMessage,
  member: Member,
): Written | DeliveryFailure {
  const { id, tenantId, template, payloadSealed, sendAttempts } = message
  if (!maySendAgain(resendOf(template), sendAttempts)) return DELIVERY_FAILURES['perhaps-sent']
  const { settings, clock, secretBox } = platform
  try {
    const data: TextData[TextTemplate] = JSON.parse(secretBox.open('message', payloadSealed, [tenantId, id]))
    if ('expiresAt' in data && new Date(data.expiresAt) <= clock.now()) return DELIVERY_FAILURES['code-expired']
    const text = composeText(template, { data, language: languageOf(member), settings })
    return { sms: { to: data.to, text, reference: id } }
  } catch {
    return DELIVERY_FAILURES.unwritable
  }
}
