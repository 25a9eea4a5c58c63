import * as z from 'zod/mini'
import type { Vendor } from './vendor.fake.ts'

const Message = z.strictObject({ sender: z.string(), recipient: z.string(), text: z.string(), id: z.string() })

/** Some gateway: a key in a header of its own, and it knows a message that it was given before (409). */
export function createGateway(): Vendor {
  const seen = new Set<string>()
  const errors = { 401: '{"error":"key"}', 400: '{"error":"+31600000000 is no number"}', 409: '{"error":"duplicate"}' }
  return {
    answer({ method, path, headers, body }, take) {
      if (method !== 'POST' || path !== '/send') return { status: 404, body: '' }
      if (headers['x-key'] !== 'key-of-gateway') return { status: 401, body: errors[401] }
      const message = z.safeParse(Message, JSON.parse(body))
      if (!message.success || message.data.recipient === '+31600000000') return { status: 400, body: errors[400] }
      const { sender: from, recipient: to, text, id: reference } = message.data
      if (seen.has(reference) || headers['idempotency-key'] !== reference) return { status: 409, body: errors[409] }
      seen.add(reference)
      return { status: 200, body: JSON.stringify({ messages: [{ id: 7000 + take({ to, text, from, reference }) }] }) }
    },
    errors,
  }
}
