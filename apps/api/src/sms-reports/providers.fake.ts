import { createHash, createHmac } from 'node:crypto'
import type { SmsReports } from '../platform/sms/sms-config.ts'

type Provider = SmsReports['provider']
export type Sent = { method: 'GET' | 'POST'; query: string; body: string }

/** How a provider reports, by its documentation. */
export type Manners = {
  write(id: string, status: string): Sent
  /** What proves who it is: over the body and the address, or beside them. */
  prove(sent: Sent, secret: string): Record<string, string>
  type: string
  delivered: string
  failed: readonly string[]
  /** Nothing final. */
  other: readonly string[]
}

export const ORIGIN = 'https://beheer.example.nl'
const FORM = 'application/x-www-form-urlencoded'
const JSON_TYPE = 'application/json'
const TIME = '1700000000'
const post = (body: string): Sent => ({ method: 'POST', query: '', body })
const basic = (secret: string) => `Basic ${Buffer.from(`provider:${secret}`).toString('base64')}`

export const PROVIDERS: Readonly<Record<Provider, Manners>> = {
  http: {
    write: (id, status) => post(JSON.stringify({ id, status })),
    prove: (_, secret) => ({ authorization: `Bearer ${secret}` }),
    type: JSON_TYPE,
    delivered: 'delivered',
    failed: ['undelivered'],
    other: ['sent', 'constructor'],
  },
  spryng: {
    write: (REFERENCE, STATUS) => {
      return { method: 'GET', query: `?${new URLSearchParams({ STATUS, REASONCODE: '0', REFERENCE })}`, body: '' }
    },
    prove: (_, secret) => ({ authorization: basic(secret) }),
    type: FORM,
    delivered: '10',
    failed: ['20'],
    other: ['5'],
  },
  cm: {
    write: (reference, code) => {
      const status = { code, errorCode: '', errorDescription: '' }
      return post(
        JSON.stringify({ messages: { msg: { received: '2026-11-21', to: '0031612345678', reference, status } } }),
      )
    },
    prove: (_, secret) => ({ authorization: basic(secret) }),
    type: JSON_TYPE,
    delivered: '2',
    failed: ['1', '3'],
    other: ['0'],
  },
  bird: {
    write: (id, status) => {
      const payload = { id, channelId: 'channel-1', status, direction: 'outgoing' }
      return post(JSON.stringify({ service: 'channels', event: 'sms.outbound', payload }))
    },
    prove: ({ body }, secret) => {
      const hash = createHash('sha256').update(body).digest()
      const signed = Buffer.concat([Buffer.from(`${TIME}\n${ORIGIN}/sms/reports/bird\n`), hash])
      const signature = createHmac('sha256', secret).update(signed).digest('base64')
      return { 'messagebird-signature': signature, 'messagebird-request-timestamp': TIME }
    },
    type: JSON_TYPE,
    delivered: 'delivered',
    failed: ['rejected', 'sending_failed', 'delivery_failed'],
    other: ['accepted', 'sent'],
  },
  twilio: {
    write: (id, status) => {
      const more = { From: '+3197012345678', ErrorMessage: '', AccountSid: 'AC1' }
      return post(new URLSearchParams({ MessageSid: id, MessageStatus: status, ...more }).toString())
    },
    prove: ({ body }, secret) => {
      const parameters = [...new URLSearchParams(body)].map(([name, value]) => `${name}${value}`).sort()
      const signed = `${ORIGIN}/sms/reports/twilio${parameters.join('')}`
      return { 'x-twilio-signature': createHmac('sha1', secret).update(signed).digest('base64') }
    },
    type: FORM,
    delivered: 'delivered',
    failed: ['undelivered', 'failed'],
    other: ['queued', 'sent'],
  },
}
