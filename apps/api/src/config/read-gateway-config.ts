import * as z from 'zod/mini'
import { fillTemplate, WRITTEN_FOR } from '../platform/sms/fill-template.ts'
import type { GatewayConfig } from '../platform/sms/gateway.ts'
import type { ConfigReader } from './config-reader.ts'

type Gateway = Omit<GatewayConfig, 'url'>
type Headers = GatewayConfig['headers']

const METHODS = ['POST', 'PUT', 'GET'] as const
const TYPES = ['application/json', 'application/x-www-form-urlencoded'] as const
const SAMPLE = { to: '+31612345678', text: '"1"\n', reference: '1', from: 'K' }

/** Reads how the generic gateway is called: SMS_HTTP_METHOD, _HEADERS, _BODY and _ID, and SMS_FROM where they name it. */
export function readGateway(reader: ConfigReader): Gateway {
  const { text, mistakes } = reader
  const method = METHODS.find((one) => one === (text('SMS_HTTP_METHOD') ?? 'POST'))
  if (!method) mistakes.push(`SMS_HTTP_METHOD must be one of ${METHODS.join(', ')}.`)
  const headers = readHeaders(reader)
  const idPointer = text('SMS_HTTP_ID') ?? null
  if (idPointer !== null && !idPointer.startsWith('/')) {
    mistakes.push('SMS_HTTP_ID must be a JSON pointer such as /messages/0/id.')
  }
  if (method === 'GET') requirePlaceholders('SMS_URL', text('SMS_URL') ?? '', mistakes)
  const body = method === 'GET' ? null : readBody(reader, headers)
  return { method: method ?? 'POST', headers: withoutType(headers), body, idPointer, from: readSender(reader) }
}

/** Required when a template names it. */
function readSender({ text, needed }: ConfigReader): string {
  const isNamed = (['SMS_URL', 'SMS_HTTP_HEADERS', 'SMS_HTTP_BODY'] as const).some((name) =>
    text(name)?.includes('{from}'),
  )
  return isNamed ? needed('SMS_FROM', 'the sender that {from} stands for') : ''
}

function requirePlaceholders(name: string, template: string, mistakes: string[]): boolean {
  if (template === '' || (template.includes('{to}') && template.includes('{text}'))) return true
  mistakes.push(`${name} must hold {to} and {text}.`)
  return false
}

function readHeaders({ text, mistakes }: ConfigReader): Headers {
  const value = text('SMS_HTTP_HEADERS') ?? '{"content-type":"application/json"}'
  const headers = parseHeaders(value)
  if (headers) return headers
  mistakes.push('SMS_HTTP_HEADERS must be headers as JSON, such as {"authorization":"Bearer …"}, without {text}.')
  return {}
}

/** The text of a message has lines, and a header is one line. */
const HeaderValue = z.string().check(z.refine((value) => !value.includes('{text}')))

function parseHeaders(value: string): Headers | null {
  try {
    // Throws for what is no header.
    return Object.fromEntries(new Headers(z.parse(z.record(z.string(), HeaderValue), JSON.parse(value))))
  } catch {
    return null
  }
}

function readBody({ needed, mistakes }: ConfigReader, headers: Headers): GatewayConfig['body'] {
  const template = needed('SMS_HTTP_BODY', 'what is sent, with {to} and {text} in it')
  const [sent] = (headers['content-type'] ?? 'application/json').split(';')
  const type = TYPES.find((one) => one === sent?.trim().toLowerCase())
  if (!type) {
    mistakes.push(`The content-type in SMS_HTTP_HEADERS must be one of ${TYPES.join(', ')}.`)
    return null
  }
  const isWhole = requirePlaceholders('SMS_HTTP_BODY', template, mistakes)
  if (
    isWhole &&
    template &&
    type === 'application/json' &&
    !isJson(fillTemplate(template, SAMPLE, WRITTEN_FOR[type]))
  ) {
    mistakes.push('SMS_HTTP_BODY must be JSON once it is filled in: put the placeholders between quotes.')
  }
  return { type, template }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** The type goes with the body. */
function withoutType({ 'content-type': _, ...headers }: Headers): Headers {
  return headers
}
