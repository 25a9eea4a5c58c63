import * as z from 'zod/mini'
import { callForJson } from './call-vendor.ts'
import { unclear } from './sms-not-sent.ts'
import type { CallOptions, SmsTransport } from './sms-transport.ts'

export type MailboxConfig = { url: string }

const vendor = 'the mailbox'
const Answer = z.object({ id: z.string() })

/** Puts messages into the development mailbox, where they can be read as if on a phone. `url` is the mailbox's own. */
export function createMailboxTransport({ url }: MailboxConfig, options: CallOptions): SmsTransport {
  return {
    async send({ to, text, reference }) {
      const call = {
        vendor,
        url: new URL('/sms', url).href,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ to, text, reference }),
      }
      const answer = z.safeParse(Answer, await callForJson(call, options))
      if (!answer.success) throw unclear(vendor, 'gave no id')
      return { id: answer.data.id }
    },
  }
}
