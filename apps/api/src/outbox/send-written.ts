import type { Resend } from '../messages/message.ts'
import { MailNotSent } from '../platform/mail-not-sent.ts'
import { SmsNotSent } from '../platform/sms/sms-not-sent.ts'
import { DELIVERY_FAILURES, type DeliveryFailure } from './delivery-failure.ts'
import { resendOf } from './may-send-again.ts'
import type { Outbox } from './outbox.ts'
import type { Written } from './written.ts'

/** `providerId`: the id in delivery reports of a text message. */
export type Accepted = { providerId: string | null }

/** Hands a message to the relay or the provider of its channel. */
export async function sendWritten(
  outbox: Outbox,
  written: Written,
  template: string,
): Promise<Accepted | DeliveryFailure> {
  try {
    return await hand(outbox, written)
  } catch (error) {
    return failureOf(error, resendOf(template))
  }
}

async function hand({ mail, sms }: Outbox, written: Written): Promise<Accepted> {
  if ('mail' in written) {
    await mail.send(written.mail)
    return { providerId: null }
  }
  if (!sms) throw new Error('A text message was written and there is no transport.')
  const { id } = await sms.send(written.sms)
  return { providerId: id }
}

function failureOf(error: unknown, resend: Resend): DeliveryFailure {
  const known = error instanceof MailNotSent || error instanceof SmsNotSent
  if (!known || error.mayHaveLeft)
    return resend === 'never' ? DELIVERY_FAILURES['unsure-once'] : DELIVERY_FAILURES.unsure
  return error.kind === 'permanent' ? DELIVERY_FAILURES.refused : DELIVERY_FAILURES.relay
}
