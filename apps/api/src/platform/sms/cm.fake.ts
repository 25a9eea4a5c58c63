import * as z from 'zod/mini'
import type { Vendor } from './vendor.fake.ts'

const Message = z.strictObject({
  allowedChannels: z.array(z.literal('SMS')),
  from: z.string().check(z.maxLength(16)),
  to: z.array(z.strictObject({ number: z.string() })).check(z.length(1)),
  body: z.strictObject({ type: z.literal('auto'), content: z.string() }),
  reference: z.string().check(z.regex(/^[a-zA-Z0-9]{1,32}$/)),
})
const Request = z.strictObject({ messages: z.strictObject({ msg: z.array(Message).check(z.length(1)) }) })

/** developers.cm.com/messaging: a token in a header, numbers that begin with 00, error codes beside the status. */
export const cm: Vendor = {
  answer({ method, path, headers, body }, take) {
    if (method !== 'POST' || path !== '/v1.0/message') return { status: 404, body: '' }
    if (headers['x-cm-producttoken'] !== 'token-of-cm') return { status: 401, body: cm.errors[401] ?? '' }
    const request = z.safeParse(Request, JSON.parse(body))
    const message = request.data?.messages.msg[0]
    const number = message?.to[0]?.number ?? ''
    if (!message || !/^00[1-9]\d{6,14}$/.test(number)) return { status: 400, body: cm.errors[400] ?? '' }
    const { from, reference } = message
    const answer = (status: string, messageErrorCode: number) => ({
      to: number,
      status,
      reference,
      parts: status === 'Accepted' ? 1 : 0,
      messageDetails: null,
      messageErrorCode,
    })
    if (number === '0031600000000') {
      const refused = { details: 'Some messages have errors', errorCode: 201, messages: [answer('Rejected', 303)] }
      return { status: 200, body: JSON.stringify(refused) }
    }
    take({ to: number.replace('00', '+'), text: message.body.content, from, reference })
    const taken = { details: 'Created 1 message(s)', errorCode: 0, messages: [answer('Accepted', 0)] }
    return { status: 200, body: JSON.stringify(taken) }
  },
  errors: {
    400: '{"details":"This request is malformed","errorCode":202,"messages":[]}',
    401: '{"details":"The product token is incorrect.","errorCode":103,"messages":[]}',
    500: '{"details":"An internal error has occurred","errorCode":500,"messages":[]}',
  },
}
