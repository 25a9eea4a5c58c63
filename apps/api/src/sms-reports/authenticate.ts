import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import type { SmsReports } from '../platform/sms/sms-config.ts'

/** Whether a header shows the secret: as a bearer token, or as the password of whatever name (for providers that take an address only). */
export function showsSecret(authorization: string | undefined, secret: string): boolean {
  const [, scheme = '', shown = ''] = /^(Bearer|Basic) +([^\s,]+)$/i.exec(authorization ?? '') ?? []
  return isSame(scheme.toLowerCase() === 'basic' ? passwordOf(shown) : shown, secret)
}

function passwordOf(credentials: string): string {
  const text = Buffer.from(credentials, 'base64').toString('utf8')
  return text.slice(text.indexOf(':') + 1)
}

type Signed = { headers: IncomingHttpHeaders; address: string; body: Buffer }

/** Whether the provider signed these very bytes for this address. */
export function isSigned({ provider, secret }: SmsReports, signed: Signed): boolean {
  const { headers } = signed
  if (provider === 'twilio') return isSame(textOf(headers['x-twilio-signature']), signatureOfTwilio(signed, secret))
  if (provider === 'bird') return isSame(textOf(headers['messagebird-signature']), signatureOfBird(signed, secret))
  return false
}

/** twilio.com/docs/usage/security: the address, then every parameter with its value, by name, without anything between. */
function signatureOfTwilio({ address, body }: Signed, secret: string): string {
  const parameters = [...new URLSearchParams(body.toString('utf8'))].sort(byName)
  return createHmac('sha1', secret)
    .update([address, ...parameters.flat()].join(''))
    .digest('base64')
}

/** By the numbers of the characters, not by the alphabet of anybody. */
function byName([one]: [string, string], [other]: [string, string]): number {
  return Number(one > other) - Number(one < other)
}

/** docs.bird.com, "Verifying a webhook subscription": time, address and the hash of the body, a line each. */
function signatureOfBird({ headers, address, body }: Signed, secret: string): string {
  const hash = createHash('sha256').update(body).digest()
  const lines = `${textOf(headers['messagebird-request-timestamp'])}\n${address}\n`
  return createHmac('sha256', secret).update(lines).update(hash).digest('base64')
}

function textOf(header: string | string[] | undefined): string {
  return typeof header === 'string' ? header : ''
}

/** In the same time whatever is wrong with it, its length too. */
function isSame(shown: string, wanted: string): boolean {
  if (shown === '') return false
  const [one, other] = [shown, wanted].map((text) => createHash('sha256').update(text).digest())
  return one !== undefined && other !== undefined && timingSafeEqual(one, other)
}
