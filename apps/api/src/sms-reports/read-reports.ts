import * as z from 'zod/mini'
import type { Report } from '../outbox/store-delivery.ts'
import type { SmsReports } from '../platform/sms/sms-config.ts'
import { Problem } from '../problem.ts'

type Said = { id: string; status: string | number }

/**
 * Reads what a provider says, by its documentation. What is still under way says nothing.
 * @throws Problem `request.invalid` when it does not say what became of which message
 */
export function readReports(provider: SmsReports['provider'], text: string): Report[] {
  return saidBy(provider, text).flatMap(({ id, status }) => {
    const delivery = DELIVERIES[provider].get(String(status))
    return delivery ? [{ id, delivery }] : []
  })
}

const DELIVERIES: Readonly<Record<SmsReports['provider'], ReadonlyMap<string, Report['delivery']>>> = {
  http: new Map([
    ['delivered', 'delivered'],
    ['undelivered', 'undelivered'],
  ]),
  spryng: new Map([
    ['10', 'delivered'],
    ['20', 'undelivered'],
  ]),
  // Rejected, delivered, failed and read; 0 is accepted.
  cm: new Map([
    ['1', 'undelivered'],
    ['2', 'delivered'],
    ['3', 'undelivered'],
    ['4', 'delivered'],
  ]),
  bird: new Map([
    ['delivered', 'delivered'],
    ['rejected', 'undelivered'],
    ['sending_failed', 'undelivered'],
    ['delivery_failed', 'undelivered'],
  ]),
  twilio: new Map([
    ['delivered', 'delivered'],
    ['undelivered', 'undelivered'],
    ['failed', 'undelivered'],
  ]),
}

/** What is an id with every provider, and what the database takes. */
const Id = z.string().check(z.regex(/^[\x21-\x7e]{1,200}$/))
const Status = z.union([z.string(), z.number()])

const Plain = z.object({ id: Id, status: z.string() })
const Spryng = z.object({ REFERENCE: Id, STATUS: z.string() })
const CmMessage = z.object({ reference: Id, status: z.object({ code: Status }) })
const Cm = z.object({ messages: z.object({ msg: z.union([CmMessage, z.array(CmMessage)]) }) })
const Bird = z.object({ payload: Plain })
const Twilio = z.object({ MessageSid: Id, MessageStatus: z.string() })

function saidBy(provider: SmsReports['provider'], text: string): Said[] {
  switch (provider) {
    case 'http':
      return [parsed(Plain, asJson(text))]
    case 'spryng': {
      const { REFERENCE: id, STATUS: status } = parsed(Spryng, asForm(text))
      return [{ id, status }]
    }
    case 'cm': {
      const { msg } = parsed(Cm, asJson(text)).messages
      return [msg].flat().map(({ reference: id, status: { code: status } }) => ({ id, status }))
    }
    case 'bird':
      return [parsed(Bird, asJson(text)).payload]
    case 'twilio': {
      const { MessageSid: id, MessageStatus: status } = parsed(Twilio, asForm(text))
      return [{ id, status }]
    }
    default:
      return provider satisfies never
  }
}

function parsed<T extends z.ZodMiniType>(schema: T, value: unknown): z.output<T> {
  const read = z.safeParse(schema, value)
  if (read.success) return read.data
  throw new Problem('request.invalid')
}

function asForm(text: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(text))
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
