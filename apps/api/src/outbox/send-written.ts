import type { Resend } from '../messages/message.ts'
import { MailNotSent } from '../platform/mail-not-sent.ts'
import { SmsNotSent } from '../platform/sms/sms-not-sent.ts'
import { resendOf } from './may-leave.ts'
import type { Outbox } from './outbox.ts'
import { SETBACKS, type Setback } from './setback.ts'
import type { Written } from './written.ts'

/** `providerId`: by which delivery reports name a text message. */
export type Handed = { providerId: string | null }

/** Hands a message to the relay or the provider of its channel. */
export async function sendWritten(outbox: Outbox, written: Written, template: string): Promise<Handed | Setback> {
  try {
    return await hand(outbox, written)
  } catch (error) {
    return setbackOf(error, resendOf(template))
  }
}

async function hand({ mail, sms }: Outbox, written: Written): Promise<Handed> {
  if ('mail' in written) {
    await mail.send(written.mail)
    return { providerId: null }
  }
  if (!sms) throw new Error('A text message was written and there is no transport.')
  const { id } = await sms.send(written.sms)
  return { providerId: id }
}

function setbackOf(error: unknown, resend: Resend): Setback {
  const known = error instanceof MailNotSent || error instanceof SmsNotSent
  if (!known || error.mayHaveLeft) return resend === 'never' ? SETBACKS['unsure-once'] : SETBACKS.unsure
  return error.kind === 'permanent' ? SETBACKS.refused : SETBACKS.relay
}
