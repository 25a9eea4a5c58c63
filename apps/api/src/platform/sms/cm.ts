import * as z from 'zod/mini'
import { callForJson } from './call-vendor.ts'
import { SmsNotSent, unclear } from './sms-not-sent.ts'
import type { CallOptions, SmsTransport } from './sms-transport.ts'

/** `apiKey` is the product token; `from` a name of at most 11 characters, or a number. */
export type CmConfig = { url: string; apiKey: string; from: string }

/** Of the two documented addresses the one that does not pass through a party in the United States. */
export const CM_URL = 'https://gw.cmtelecom.com/v1.0/message'
const vendor = 'CM.com'

const Answer = z.object({
  errorCode: z.number(),
  messages: z.optional(z.array(z.object({ messageErrorCode: z.number() }))),
})

/** Token, credit and the like (101 to 103): no fault of the message. */
const FAULT_OF_OURS = [101, 102, 103]
const INTERNAL = [500, 999]

/** Sends by the Business Messaging API of CM.com. It gives no id of its own: its reports name our reference. */
export function createCmTransport({ url, apiKey, from }: CmConfig, options: CallOptions): SmsTransport {
  return {
    async send({ to, text, reference }) {
      const id = asReference(reference)
      const message = {
        allowedChannels: ['SMS'],
        from,
        to: [{ number: to.replace('+', '00') }],
        body: { type: 'auto', content: text },
        reference: id,
      }
      const headers = { 'x-cm-producttoken': apiKey, accept: 'application/json', 'content-type': 'application/json' }
      const body = JSON.stringify({ messages: { msg: [message] } })
      requireTaken(await callForJson({ vendor, url, headers, body }, options))
      return { id }
    },
  }
}

/** A reference is 1 to 32 letters and digits there: a UUID without its hyphens fits exactly. */
function asReference(reference: string): string {
  return reference.replaceAll('-', '')
}

function requireTaken(answer: unknown): void {
  const read = z.safeParse(Answer, answer)
  if (!read.success) throw unclear(vendor, 'did not say what became of it')
  const { errorCode, messages = [] } = read.data
  const code = messages.find((message) => message.messageErrorCode !== 0)?.messageErrorCode ?? errorCode
  if (code === 0) return
  if (INTERNAL.includes(code)) throw unclear(vendor, `answered with error ${code}`)
  throw new SmsNotSent(`The SMS was not sent: ${vendor} answered with error ${code}.`, {
    kind: FAULT_OF_OURS.includes(code) ? 'temporary' : 'permanent',
    mayHaveLeft: false,
  })
}
