import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fillTemplate, WRITTEN_FOR } from './fill-template.ts'
import { createGatewayTransport, type GatewayConfig } from './gateway.ts'
import { atPointer } from './json-pointer.ts'
import { type FakeVendor, startFakeVendor } from './vendor.fake.ts'

const REFERENCE = '0190b7c2-5f1e-7a3b-9c4d-1234567890ab'
const sms = { to: '+31612345678', text: 'a "b"\\ & c=d {to}\n+é', reference: REFERENCE }

let fake: FakeVendor
let answer: string
beforeEach(async () => {
  answer = ''
  fake = await startFakeVendor({ answer: () => ({ status: 200, body: answer }), errors: {} })
})
afterEach(() => fake.stop())

const send = (more: Partial<GatewayConfig>) => {
  const config: GatewayConfig = {
    method: 'POST',
    url: `${fake.url}/send`,
    headers: {},
    body: { type: 'application/json', template: '{"to":"{to}","text":"{text}"}' },
    idPointer: null,
    from: 'Zorg & Co',
    ...more,
  }
  return createGatewayTransport(config, {}).send(sms)
}

describe('the generic gateway', () => {
  it('writes JSON in which every value stays one value', async () => {
    await send({})
    expect(fake.asked).toMatchObject([
      { method: 'POST', path: '/send', headers: { 'content-type': 'application/json' } },
    ])
    expect(JSON.parse(fake.asked[0]?.body ?? '')).toEqual({ to: sms.to, text: sms.text })
  })

  it('writes a form in which every value stays one value', async () => {
    const type = 'application/x-www-form-urlencoded'
    await send({ method: 'PUT', body: { type, template: 'msisdn={to}&body={text}&sender={from}&ref={reference}' } })
    expect(fake.asked).toMatchObject([{ method: 'PUT', headers: { 'content-type': type } }])
    expect([...new URLSearchParams(fake.asked[0]?.body)]).toEqual([
      ['msisdn', sms.to],
      ['body', sms.text],
      ['sender', 'Zorg & Co'],
      ['ref', REFERENCE],
    ])
  })

  it('writes an address in which every value stays one value, and GET has no body', async () => {
    await send({ method: 'GET', url: `${fake.url}/{from}?to={to}&text={text}`, body: null })
    const [asked] = fake.asked
    const url = new URL(asked?.path ?? '', fake.url)
    expect([asked?.method, asked?.body, asked?.headers['content-type']]).toEqual(['GET', '', undefined])
    expect(url.pathname).toBe('/Zorg%20%26%20Co')
    expect([...url.searchParams]).toEqual([
      ['to', sms.to],
      ['text', sms.text],
    ])
  })

  it('puts the reference into the headers that name it', async () => {
    await send({ headers: { 'Idempotency-Key': 'k-{reference}', authorization: 'Bearer {key}' } })
    expect(fake.asked[0]?.headers).toMatchObject({
      'idempotency-key': `k-${REFERENCE}`,
      authorization: 'Bearer {key}',
    })
  })

  it('reads no answer when the configuration names no id: reports name our reference', async () => {
    answer = '<ok/>'
    expect(await send({})).toEqual({ id: REFERENCE })
  })

  it.each([
    ['{"id":"a"}', '/id', 'a'],
    ['{"data":[{"message/id":12}]}', '/data/0/message~1id', '12'],
    ['"a"', '', 'a'],
  ])('finds in %s at %j the id %s', async (body, idPointer, id) => {
    answer = body
    expect(await send({ idPointer })).toEqual({ id })
  })

  it.each([
    ['{"id":""}', '/id'],
    ['{"id":null}', '/id'],
    ['{"id":{}}', '/id'],
    [`{"id":"${'x'.repeat(201)}"}`, '/id'],
    ['{}', '/constructor'],
    ['null', '/id'],
  ])('finds in %s at %s no id, so the message may have left', async (body, idPointer) => {
    answer = body
    await expect(send({ idPointer })).rejects.toMatchObject({ kind: 'temporary', mayHaveLeft: true })
  })
})

it('a template is filled once: what a value holds is no placeholder', () => {
  const filling = { to: '{text}', text: '{to}$&', reference: 'r', from: 'f' }
  expect(fillTemplate('{to}{text}{reference}{from}{other}', filling, WRITTEN_FOR.header)).toBe('{text}{to}$&rf{other}')
})

it.each([
  ['/a~01', 1],
  ['/a~1b', 2],
  ['/', 3],
  ['/list/1', 5],
  ['/list/2', undefined],
  ['/constructor', undefined],
  ['/list/length/x', undefined],
  ['', expect.anything()],
])('JSON pointer %j (RFC 6901)', (pointer, value) => {
  expect(atPointer({ 'a~1': 1, 'a/b': 2, '': 3, list: [4, 5] }, pointer)).toEqual(value)
})
