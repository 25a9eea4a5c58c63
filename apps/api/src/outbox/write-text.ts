import { composeText, type TextData, type TextTemplate } from '../messages/texts.ts'
import type { Claimed } from './claim-due.ts'
import { mayLeave, resendOf } from './may-leave.ts'
import type { Outbox } from './outbox.ts'
import { SETBACKS, type Setback } from './setback.ts'
import { languageOf, type Member, type Written } from './written.ts'

type TextMessage = Claimed & { template: TextTemplate }

/** Writes a text message to the number that it was made for; or says why it is not to be sent. */
export function writeText(platform: Outbox['platform'], message: TextMessage, member: Member): Written | Setback {
  const { id, tenantId, template, payloadSealed, copies } = message
  if (!mayLeave(resendOf(template), copies)) return SETBACKS['perhaps-sent']
  const { settings, clock, secretBox } = platform
  try {
    const data: TextData[TextTemplate] = JSON.parse(secretBox.open('message', payloadSealed, [tenantId, id]))
    if ('expiresAt' in data && new Date(data.expiresAt) <= clock.now()) return SETBACKS['code-expired']
    const text = composeText(template, { data, language: languageOf(member), settings })
    return { sms: { to: data.to, text, reference: id } }
  } catch {
    return SETBACKS.unwritable
  }
}
