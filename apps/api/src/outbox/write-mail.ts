import { LANGUAGES } from '@keyholder/domain'
import { compose, isTemplate, MESSAGES } from '../messages/compose.ts'
import type { MessageData, MessageTemplate } from '../messages/templates.ts'
import type { Mail } from '../platform/mail-transport.ts'
import type { Claimed } from './claim-due.ts'
import { mayLeave } from './may-leave.ts'
import type { Outbox } from './outbox.ts'
import { SETBACKS, type Setback } from './setback.ts'

export type Member = { kind: string; name: string; email: string; language: string }

/** Writes a message to its member as they are now; or says why it is not to be sent. */
export function writeMail(platform: Outbox['platform'], message: Claimed, member: Member | null): Mail | Setback {
  const { id, template, copies } = message
  if (!member) return SETBACKS['recipient-gone']
  if (!isTemplate(template)) return SETBACKS.unwritable
  if (!mayLeave(MESSAGES[template].resend, copies)) return SETBACKS['perhaps-sent']
  const { settings, clock } = platform
  try {
    const data = openPayload(platform, message)
    if ('expiresAt' in data && new Date(data.expiresAt) <= clock.now()) return SETBACKS['link-expired']
    const composed = compose(template, {
      data,
      language: LANGUAGES.find((language) => language === member.language) ?? 'nl',
      // The name of a machine is not that of whoever reads its mail.
      recipientName: member.kind === 'person' ? member.name : null,
      serviceName: settings.serviceName,
    })
    // The same at every try: a mailbox can tell a second copy by it.
    return { ...composed, to: member.email, messageId: `<${id}@${new URL(settings.publicUrl).hostname}>` }
  } catch {
    return SETBACKS.unwritable
  }
}

/** What `enqueue` was given: nobody else can seal, so its shape is known, unless another build wrote it. */
function openPayload({ secretBox }: Outbox['platform'], { id, tenantId, payloadSealed }: Claimed) {
  const data: MessageData[MessageTemplate] = JSON.parse(secretBox.open('message', payloadSealed, [tenantId, id]))
  return data
}
