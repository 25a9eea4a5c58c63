import * as z from 'zod/mini'
import type { Vendor } from './vendor.fake.ts'

const Message = z.strictObject({
  encoding: z.enum(['auto', 'plain', 'unicode']),
  body: z.string(),
  route: z.string(),
  originator: z.string().check(z.regex(/^([A-Za-z0-9 ]{1,11}|\d{1,14})$/)),
  recipients: z.array(z.string().check(z.regex(/^[1-9]\d{6,14}$/))).check(z.length(1)),
  reference: z.string().check(z.maxLength(256)),
})

/** docs.spryngsms.com: a bearer token, the message as JSON, 422 with the fields that are wrong. */
export const spryng: Vendor = {
  answer({ method, path, headers, body }, take) {
    if (method !== 'POST' || path !== '/v1/messages') return { status: 404, body: '{"message":"Not Found"}' }
    if (headers.authorization !== 'Bearer key-of-spryng') return { status: 401, body: spryng.errors[401] ?? '' }
    const message = z.safeParse(Message, JSON.parse(body))
    if (!message.success || message.data.recipients[0] === '31600000000')
      return { status: 422, body: spryng.errors[422] ?? '' }
    const { recipients, originator, reference } = message.data
    const number = take({ to: `+${recipients[0]}`, text: message.data.body, from: originator, reference })
    const kept = { id: `9dbc5ffb-7524-4fae-9514-00000000000${number}`, ...message.data, credits: '1.0', links: {} }
    return { status: 200, body: JSON.stringify(kept) }
  },
  errors: {
    401: '{"message":"Unauthenticated."}',
    422: '{"message":"The given data was invalid.","errors":{"recipients.0":["The recipient 31600000000 is invalid."]}}',
    429: '{"message":"Too Many Attempts."}',
  },
}
