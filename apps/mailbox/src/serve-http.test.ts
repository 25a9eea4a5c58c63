import { request } from 'node:http'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { expect } from 'vitest'
import { test } from './running-mailbox.ts'

test.for(['/livez', '/readyz'])('%s says the mailbox is up', async (path, { mailbox }) => {
  expect((await mailbox.ask(path)).status).toBe(200)
})

const JSON_TYPE = { 'content-type': 'application/json' }

test.for([
  ['GET', '/nowhere', 404, undefined],
  ['GET', '/api/v1/message/not-there', 404, undefined],
  ['GET', '/api/v1/message/latest', 404, undefined],
  ['GET', '/api/v1/message/not-there/headers', 404, undefined],
  ['GET', '/api/v1/message/%ff', 404, undefined],
  ['GET', '/api/v1/search', 400, undefined],
  ['GET', '/api/v1/search?query=%20', 400, undefined],
  ['GET', '/api/v1/messages?limit=many', 400, undefined],
  ['GET', '/api/v1/messages?start=-1', 400, undefined],
  ['GET', '/api/v1/messages?limit=99999999999', 400, undefined],
  ['POST', '/api/v1/messages', 405, '{}'],
  ['DELETE', '/sms', 405, undefined],
  ['POST', '/sms', 400, 'not json'],
  ['POST', '/sms', 400, undefined],
  ['POST', '/sms', 413, `"${'x'.repeat(70_000)}"`],
] as const)('%s %s is answered %i, with a sentence in JSON', async ([method, path, status, body], { mailbox }) => {
  const response = await mailbox.ask(path, { method, headers: JSON_TYPE, ...(body && { body }) })
  expect(response.status).toBe(status)
  expect(await response.json()).toEqual({ Error: expect.stringMatching(/\.$/) })
})

test('a query without end is refused', async ({ mailbox }) => {
  expect((await mailbox.ask(`/api/v1/search?query=${'x'.repeat(1001)}`)).status).toBe(400)
})

test('a body that cannot be read deletes nothing', async ({ mailbox }) => {
  await mailbox.sms({ to: '0612345678', text: 'Code', reference: 'r' })
  for (const body of ['{"IDs":', '{"IDs":"all"}', '{"IDs":[1]}', '{"ids":[]}', '[]', 'null']) {
    expect((await mailbox.ask('/api/v1/messages', { method: 'DELETE', body })).status).toBe(400)
  }
  expect(await mailbox.list()).toMatchObject({ total: 1 })
})

test.for(['GET * HTTP/1.1', 'GET http://[ HTTP/1.1', 'GET http:// HTTP/1.1', 'NONSENSE'])(
  'the request line "%s" is answered with a 4xx',
  async (line, { mailbox }) => {
    const socket = connect(mailbox.httpPort, '127.0.0.1')
    socket.end(`${line}\r\nHost: localhost\r\nConnection: close\r\n\r\n`)
    expect(await text(socket)).toMatch(/^HTTP\/1\.1 4\d\d /)
  },
)

test.for([
  ['localhost:8025', 200],
  ['mailbox.localhost', 200],
  ['[::1]:8025', 200],
  ['rebound.evil.example', 421],
  ['localhost.evil.example', 421],
  ['127.0.0.1.evil.example', 421],
] as const)('asked by the name %s it answers %i', async ([host, status], { mailbox }) => {
  const answered = new Promise<number | undefined>((resolve, reject) => {
    const asked = request({ port: mailbox.httpPort, host: '127.0.0.1', path: '/api/v1/messages', headers: { host } })
    asked.on('response', (response) => resolve(response.resume().statusCode))
    asked.on('error', reject).end()
  })
  expect(await answered).toBe(status)
})

test('every answer forbids loading, framing, guessing its type, storing and passing its address on', async ({
  mailbox,
}) => {
  await mailbox.mail({ html: '<p>Hallo</p>' })
  for (const path of [
    '/',
    '/message/latest',
    '/message/gone',
    '/api/v1/messages',
    '/livez',
    '/nowhere',
    '/mailbox.css',
  ]) {
    const { headers } = await mailbox.ask(path)
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; .*frame-ancestors 'none'$/)
    expect(headers.get('content-security-policy')).not.toContain('script-src')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('access-control-allow-origin')).toBeNull()
  }
})
