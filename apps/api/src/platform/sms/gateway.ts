import { type Call, callForJson, callVendor } from './call-vendor.ts'
import { type Filling, fillTemplate, WRITTEN_FOR } from './fill-template.ts'
import { atPointer } from './json-pointer.ts'
import { unclear } from './sms-not-sent.ts'
import type { CallOptions, SmsTransport } from './sms-transport.ts'

/** Any gateway that takes a message by HTTP. The texts are templates: `{to}`, `{text}`, `{reference}` and `{from}`. */
export type GatewayConfig = {
  method: 'POST' | 'PUT' | 'GET'
  url: string
  headers: Readonly<Record<string, string>>
  /** Null for GET, which has none. */
  body: { type: 'application/json' | 'application/x-www-form-urlencoded'; template: string } | null
  /** Where the id is in the answer, as a JSON pointer; null when reports name our reference. */
  idPointer: string | null
  from: string
}

const vendor = 'the SMS gateway'
const MOST_CHARACTERS_OF_ID = 200

/** Sends by the gateway that the configuration describes. */
export function createGatewayTransport(config: GatewayConfig, options: CallOptions): SmsTransport {
  const { idPointer, from } = config
  return {
    async send(sms) {
      const call = callOf(config, { ...sms, from })
      if (idPointer !== null) return { id: idOf(atPointer(await callForJson(call, options), idPointer)) }
      await callVendor(call, options)
      return { id: sms.reference }
    },
  }
}

function callOf({ method, url, headers, body }: GatewayConfig, filling: Filling): Call {
  const filled = Object.entries(headers).map(([name, value]) => [
    name,
    fillTemplate(value, filling, WRITTEN_FOR.header),
  ])
  const called = {
    vendor,
    method,
    url: fillTemplate(url, filling, WRITTEN_FOR.url),
    headers: Object.fromEntries(filled),
  }
  if (!body) return called
  return {
    ...called,
    headers: { ...called.headers, 'content-type': body.type },
    body: fillTemplate(body.template, filling, WRITTEN_FOR[body.type]),
  }
}

function idOf(value: unknown): string {
  const id = typeof value === 'number' ? String(value) : value
  if (typeof id === 'string' && id !== '' && id.length <= MOST_CHARACTERS_OF_ID) return id
  throw unclear(vendor, 'gave no id where the configuration says')
}
