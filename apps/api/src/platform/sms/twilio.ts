import * as z from 'zod/mini'
import { callForJson } from './call-vendor.ts'
import { unclear } from './sms-not-sent.ts'
import type { CallOptions, SmsTransport } from './sms-transport.ts'

export type TwilioConfig = {
  url: string
  accountSid: string
  authToken: string
  /** A number, a name of at most 11 characters, or the id of a messaging service (`MG…`). */
  from: string
  /** Where Twilio reports what became of a message; null where it cannot come, such as on one's own machine. */
  reportsUrl: string | null
}

export const TWILIO_URL = 'https://api.twilio.com'
const vendor = 'Twilio'
const Answer = z.object({ sid: z.string() })

/**
 * Sends by the Messages resource of Twilio (twilio.com/docs/messaging/api/message-resource). It has no field for a
 * reference of ours, so it cannot tell a message that it was given twice.
 */
export function createTwilioTransport(config: TwilioConfig, options: CallOptions): SmsTransport {
  const { accountSid, authToken, from, reportsUrl } = config
  const url = new URL(`/2010-04-01/Accounts/${accountSid}/Messages.json`, config.url).href
  const authorization = `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}`
  return {
    async send({ to, text }) {
      const form = new URLSearchParams({ To: to, Body: text })
      form.set(from.startsWith('MG') ? 'MessagingServiceSid' : 'From', from)
      if (reportsUrl) form.set('StatusCallback', reportsUrl)
      const headers = { authorization, 'content-type': 'application/x-www-form-urlencoded' }
      const answer = z.safeParse(Answer, await callForJson({ vendor, url, headers, body: form.toString() }, options))
      if (!answer.success) throw unclear(vendor, 'gave no id')
      return { id: answer.data.sid }
    },
  }
}
