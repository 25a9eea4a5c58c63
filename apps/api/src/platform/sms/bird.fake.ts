import * as z from 'zod/mini'
import type { Vendor } from './vendor.fake.ts'

const Message = z.strictObject({
  receiver: z.strictObject({
    contacts: z
      .array(z.strictObject({ identifierKey: z.literal('phonenumber'), identifierValue: z.string() }))
      .check(z.length(1)),
  }),
  body: z.strictObject({ type: z.literal('text'), text: z.strictObject({ text: z.string() }) }),
  reference: z.string(),
})

/** docs.bird.com/api/channels-api: an access key, the receiver as a contact, 202 with the id of the message. */
export const bird: Vendor = {
  answer({ method, path, headers, body }, take) {
    if (method !== 'POST' || path !== '/workspaces/workspace-1/channels/channel-1/messages') {
      return { status: 404, body: '{"code":"NotFound","message":"not found"}' }
    }
    if (headers.authorization !== 'AccessKey key-of-bird') return { status: 401, body: bird.errors[401] ?? '' }
    const message = z.safeParse(Message, JSON.parse(body))
    const to = message.data?.receiver.contacts[0]?.identifierValue ?? ''
    if (!message.success || !/^\+[1-9]\d{6,14}$/.test(to) || to === '+31600000000') {
      return { status: 422, body: bird.errors[422] ?? '' }
    }
    const { reference } = message.data
    const number = take({ to, text: message.data.body.text.text, from: null, reference })
    const kept = { id: `bird-${number}`, channelId: 'channel-1', status: 'accepted', direction: 'outgoing', reference }
    return { status: 202, body: JSON.stringify(kept) }
  },
  errors: {
    401: '{"code":"Unauthorized","message":"unauthorized"}',
    422: '{"code":"InvalidPayload","message":"One or more fields have failed validation","details":{".receiver":["+31600000000"]}}',
    429: '{"code":"TooManyRequests","message":"rate limit exceeded"}',
  },
}
