import { compose, isTemplate } from '../messages/compose.ts'
import type { MessageData, MessageTemplate } from '../messages/templates.ts'
import type { Claimed } from './claim-due.ts'
import { mayLeave, resendOf } from './may-leave.ts'
import type { Outbox } from './outbox.ts'
import { SETBACKS, type Setback } from './setback.ts'
import { languageOf, type Member, type Written } from './written.ts'

/** Writes a mail to its member as they are now; or says why it is not to be sent. */
export function writeMail(platform: Outbox['platform'], message: Claimed, member: Member): Written | Setback {
  const { id, template, copies } = message
  if (!isTemplate(template)) return SETBACKS.unwritable
  if (!mayLeave(resendOf(template), copies)) return SETBACKS['perhaps-sent']
  const { settings, clock } = platform
  try {
    const data = openPayload(platform, message)
    if ('expiresAt' in data && new Date(data.expiresAt) <= clock.now()) {
      return 'code' in data ? SETBACKS['code-expired'] : SETBACKS['link-expired']
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
    return SETBACKS.unwritable
  }
}

/** What `enqueue` was given: nobody else can seal, so its shape is known, unless another build wrote it. */
function openPayload({ secretBox }: Outbox['platform'], { id, tenantId, payloadSealed }: Claimed) {
  const data: MessageData[MessageTemplate] = JSON.parse(secretBox.open('message', payloadSealed, [tenantId, id]))
  return data
}
