import * as z from 'zod/mini'
import { callForJson } from './call-vendor.ts'
import { unclear } from './sms-not-sent.ts'
import type { CallOptions, SmsTransport } from './sms-transport.ts'

/** `apiKey` is the bearer token of the account; `from` a name of at most 11 characters, or a number. */
export type SpryngConfig = { url: string; apiKey: string; from: string }

export const SPRYNG_URL = 'https://rest.spryngsms.com/v1/messages'
const vendor = 'Spryng'

/** Sends by the REST API of Spryng (docs.spryngsms.com). Its reports name our reference, so that is the id. */
export function createSpryngTransport({ url, apiKey, from }: SpryngConfig, options: CallOptions): SmsTransport {
  return {
    async send({ to, text, reference }) {
      const message = {
        encoding: 'auto',
        body: text,
        route: 'business',
        originator: from,
        recipients: [to.replace('+', '')],
        reference,
      }
      const headers = {
        authorization: `Bearer ${apiKey}`,
        accept: 'application/json',
        'content-type': 'application/json',
      }
      const answer = await callForJson({ vendor, url, headers, body: JSON.stringify(message) }, options)
      if (!z.safeParse(z.looseObject({}), answer).success) throw unclear(vendor, 'did not say what became of it')
      return { id: reference }
    },
  }
}
