import { connect } from 'node:net'
import { Readable } from 'node:stream'
import { gzipSync } from 'node:zlib'
import { describe, expect } from 'vitest'
import * as z from 'zod/mini'
import type { Answer } from '../testing/caller.ts'
import { ENDPOINTS, sampleRequest } from '../testing/endpoints.ts'
import { it as base } from '../testing/it.ts'
import { PASSWORD, type World } from '../testing/world.ts'

const it = base
  .extend('administrator', ({ as }) => as('administrator'))
  .extend('port', { scope: 'file' }, async ({ world }) =>
    Number(new URL(await world.app.listen({ port: 0, host: '127.0.0.1' })).port),
  )

describe('a body that is too large', () => {
  it('is refused by its length before it is read (INP-06)', async ({ world }) => {
    for (const size of [64 * 1024 + 1, 1024 * 1024 + 1, 10 * 1024 * 1024]) {
      const answer = await raw(world, `{"email":"${'x'.repeat(size - 12)}"}`)
      expect([size, answer.status, problemOf(answer).code]).toEqual([size, 413, 'request.too_large'])
    }
    const text = JSON.stringify({ email: 'a@example.nl', password: 'x' })
    expect((await raw(world, text.padEnd(64 * 1024))).status).toBe(401)
  })

  it('is refused when it comes in pieces that name no length (INP-06)', async ({ world, port }) => {
    const pieces = Readable.from(Array.from({ length: 200 }, () => 'x'.repeat(1024)))
    const answer = await fetch(`http://127.0.0.1:${port}${SIGN_IN}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: world.origin },
      body: Readable.toWeb(pieces) as ReadableStream,
      duplex: 'half',
    })
    expect(answer.status).toBe(413)
  })

  it('is not unpacked: compressed bodies are refused (INP-06)', async ({ world }) => {
    const bomb = gzipSync(Buffer.alloc(20 * 1024 * 1024))
    for (const encoding of ['gzip', 'deflate', 'br', 'identity, gzip', 'x']) {
      const answer = await raw(world, bomb.toString('latin1').slice(0, 30_000), { 'content-encoding': encoding })
      expect([encoding, answer.status]).toEqual([encoding, 415])
    }
  })

  it('or slow is not waited for longer than fifteen seconds (INP-06)', ({ world }) => {
    expect([world.app.server.requestTimeout, world.app.server.headersTimeout <= 60_000]).toEqual([15_000, true])
  })
})

describe('a request that two servers could read in two ways', () => {
  it.for([
    ['two lengths', `${HEAD}Content-Length: 2\r\nContent-Length: 44\r\n\r\n{}`],
    ['a length and pieces', `${HEAD}Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`],
    ['pieces in disguise', `${HEAD}Transfer-Encoding: xchunked\r\n\r\n{}`],
    ['a length that is none', `${HEAD}Content-Length: 2x\r\n\r\n{}`],
    ['a line end in a header', `${HEAD}X-A: a\rB: b\r\nContent-Length: 2\r\n\r\n{}`],
  ] as const)('is refused and the connection closed: %s (INP-06, INP-16)', async ([_, text], { port }) => {
    const answer = await overSocket(port, text)
    expect(answer).toMatch(/^HTTP\/1\.1 400 /)
    expect(answer).toContain('content-type: application/problem+json')
    expect(answer).toContain('x-content-type-options: nosniff')
    expect(answer).not.toMatch(/node|fastify|stack|\.ts/i)
  })
})

describe('a body that is no JSON of ours', () => {
  it.for([
    'application/json\t;x',
    'application/json;',
    'APPLICATION/JSON ;',
    'application/json; charset=utf-16',
    'application/json; charset=utf-8; x=y',
    'application/vnd+json',
    'application/problem+json',
    'application/jsonx',
    'application/json, text/plain',
    'text/json',
    'text/plain',
    'x',
    ' application/json',
  ])('is refused by its type before it is read: %j (INP-09)', async (type, { world }) => {
    const answer = await raw(world, JSON.stringify({ email: 1, password: 1 }), { 'content-type': type })
    expect([answer.status, problemOf(answer).code]).toEqual([415, 'request.not_json'])
  })

  it.for(['application/json', 'APPLICATION/JSON', 'application/json; charset=utf-8', 'application/json;charset=UTF-8'])(
    'is read and checked as JSON when its type says so: %j (INP-09)',
    async (type, { world }) => {
      const answer = await raw(world, JSON.stringify({ email: 1, password: 1 }), { 'content-type': type })
      expect([answer.status, problemOf(answer).errors?.map(({ path }) => path)]).toEqual([400, ['email', 'password']])
    },
  )

  it('is refused when it names no type', async ({ port }) => {
    const answer = await overSocket(
      port,
      HEAD.replace('Content-Type: application/json', 'Connection: close\r\nContent-Length: 2\r\n\r\n{}'),
    )
    expect(answer).toMatch(/^HTTP\/1\.1 415 /)
  })

  it.for([
    ['nothing', ''],
    ['half an object', '{"email":'],
    ['two objects', '{}{}'],
    ['NaN', '{"email":NaN,"password":"x"}'],
    ['a comment', '{/**/}'],
    ['a comma too many', '{"email":"a@b.nl",}'],
    ['a prototype', '{"__proto__":{"admin":true},"email":"a@example.nl","password":"x"}'],
    ['a constructor', '{"constructor":{"prototype":{"admin":true}},"email":"a@example.nl","password":"x"}'],
    ['bytes that are no UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]).toString('latin1')],
    ['a list', '[]'],
    ['a text', '"x"'],
    ['a number', '1'],
    ['null', 'null'],
  ] as const)('is refused: %s (INP-07)', async ([_, text], { world }) => {
    const answer = await raw(world, text)
    expect([answer.status, problemOf(answer).code]).toEqual([400, 'request.invalid'])
  })

  it('is refused at once however deep or wide (INP-07)', async ({ world }) => {
    const deep = `{"email":${'['.repeat(10_000)}${']'.repeat(10_000)},"password":"x"}`
    const objects = `${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`
    const wide = `{${Array.from({ length: 5_000 }, (_, index) => `"k${index}":1`).join()}}`
    const list = `{"email":[${'0,'.repeat(30_000)}0],"password":"x"}`
    for (const text of [deep, objects, wide, list]) {
      const answer = await raw(world, text)
      expect(answer.status).toBe(400)
      expect(problemOf(answer).errors?.length).toBeLessThanOrEqual(20)
    }
    expect(
      (await raw(world, `{${Array.from({ length: 100_000 }, (_, index) => `"k${index}":1`).join()}}`)).status,
    ).toBe(413)
  })

  it('is not made to fit: a number is no text, a text no truth, a list no value (INP-07)', async ({ world }) => {
    const values: unknown[] = [1, true, null, [], {}, ['a@example.nl'], 1e308, -0, 2 ** 53, { toString: 'x' }]
    for (const value of values) {
      const answer = await world.stranger().send('POST', SIGN_IN, { body: { email: 'a@example.nl', password: value } })
      expect([value, answer.status, problemOf(answer).errors?.[0]?.path]).toEqual([value, 400, 'password'])
    }
    expect((await raw(world, '{"email":"a@example.nl","password":1e309}')).status).toBe(400)
  })

  it('with a field twice counts as its last, in every case (INP-07)', async ({ world, tenant }) => {
    const { email } = tenant.holder
    const answer = await raw(
      world,
      `{"email":"niemand@example.nl","password":"x","email":"${email}","password":"${PASSWORD}"}`,
    )
    expect(answer.status).toBe(200)
    expect((await raw(world, `{"email":"${email}","password":"${PASSWORD}","password":["x"]}`)).status).toBe(400)
  })

  it('holds nothing that the database cannot keep (INP-07)', async ({ world }) => {
    for (const text of ['a\u0000b', '\uD800', 'a\uDFFFb']) {
      const answer = await world.stranger().send('POST', SIGN_IN, { body: { email: 'a@example.nl', password: text } })
      expect([answer.status, problemOf(answer).errors]).toMatchObject([400, [{ path: 'password', code: 'text' }]])
    }
  })
})

describe('every body', () => {
  const WITH_BODY = ENDPOINTS.filter(({ definition }) => definition.body)

  it.for(WITH_BODY)(
    'of $name takes no field that it does not know (INP-10)',
    async (endpoint, { world, administrator }) => {
      const { method, url, body } = sampleRequest(endpoint)
      const fields = z.parse(z.record(z.string(), z.unknown()), body)
      const [access] = endpoint.definition.access.split(':')
      // Between two steps there is a cookie of its own; what is asked there is in sign-in/.
      if (access === 'attempt') return
      for (const extra of ['isAdmin', 'tenantId', 'permissions', '__proto', 'constructor']) {
        const send = access === 'public' ? world.stranger().send : administrator.send
        const answer = await send(method, url, { body: { ...fields, [extra]: true } })
        if (answer.status === 403) expect(problemOf(answer).code).toMatch(/^session\./)
        // Where it is a field of theirs, it is refused for what it is.
        else if (extra in fields) expect(answer.status).toBe(400)
        else
          expect([extra, answer.status, problemOf(answer).errors]).toMatchObject([
            extra,
            400,
            [{ path: extra, code: 'unknown' }],
          ])
      }
    },
  )

  it('of a caller without permission is not even read', async ({ world }) => {
    for (const text of ['{', 'x'.repeat(60_000), 'x'.repeat(1024 * 1024), '{"name":1}']) {
      const answer = await world.stranger().send('PATCH', '/api/v1/account', { raw: text })
      expect([answer.status, problemOf(answer).code]).toEqual([401, 'session.missing'])
    }
  })

  it('of an endpoint that takes none is refused', async ({ administrator }) => {
    expect((await administrator.send('DELETE', '/api/v1/account/sessions', { body: { all: true } })).status).toBe(400)
    expect((await administrator.send('GET', '/api/v1/account?expand=all')).status).toBe(400)
  })
})

describe('text that means something elsewhere', () => {
  it.for(PAYLOADS)('is kept as it is and does nothing: %s (INP-12)', async (text, { world, administrator }) => {
    const answer = await administrator.send('PATCH', '/api/v1/account', { body: { name: text } })
    expect([answer.status, answer.json]).toMatchObject([200, { name: text }])
    expect((await administrator.api.account.read()).name).toBe(text)
    for (const body of [
      { email: text, password: text },
      { email: `a${PAYLOADS.indexOf(text)}@example.nl`, password: text },
    ]) {
      const refused = await world.stranger().send('POST', SIGN_IN, { body })
      expect([400, 401]).toContain(refused.status)
    }
    const found = await administrator.send('GET', `/api/v1/users?search=${encodeURIComponent(text)}`)
    expect(found.status).toBe(200)
  })
})

describe('an id', () => {
  it('is a UUID as we write it: other spellings and other things are refused, never asked for (INP-14)', async ({
    administrator,
  }) => {
    const none = [
      '1',
      '-1',
      '0',
      'undefined',
      'null',
      'NaN',
      '00000000-0000-7000-8000-00000000000',
      '00000000-0000-7000-8000-0000000000AA',
      '{00000000-0000-7000-8000-0000000000aa}',
      '0000000000007000800000000000000aa',
      "00000000-0000-7000-8000-0000000000aa'",
      '%00',
      'x'.repeat(10_000),
    ]
    for (const id of none) {
      const answer = await administrator.send('DELETE', `/api/v1/account/sessions/${id}`)
      expect([id.slice(0, 40), [400, 404, 414].includes(answer.status)]).toEqual([id.slice(0, 40), true])
      expect(answer.body).not.toMatch(/prisma|postgres|sql|uuid/i)
    }
    for (const id of ['00000000-0000-0000-0000-000000000000', 'c232ab00-9414-11ec-b3c8-9f68deced846']) {
      expect((await administrator.send('DELETE', `/api/v1/account/sessions/${id}`)).status).toBe(404)
    }
  })
})

describe('an error', () => {
  it('says what is wrong in one shape and nothing of how we are made (INP-17)', async ({ world }) => {
    const { signIn } = world.platform.database
    const broken = {
      ...signIn,
      query: () => Promise.reject(new Error('SELECT secret FROM /srv/table at Object.<anonymous> (x.ts:1:1)')),
    }
    const answers = [
      await raw(world, '{'),
      await raw(world, 'x'.repeat(70_000)),
      await raw(world, '{}', { 'content-type': 'x' }),
      await world.stranger().send('GET', '/api/v1/account'),
      await world.stranger().send('GET', '/api/v1/nothing'),
      await world.stranger().send('GET', '/api/v1/%E0%A4%A'),
      await world.stranger().send('PUT', SIGN_IN),
      await world.stranger().send('POST', SIGN_IN, { body: {}, headers: { origin: 'https://evil.example' } }),
    ]
    world.platform.database.signIn = broken
    answers.push(await world.stranger().send('POST', SIGN_IN, { body: { email: 'a@example.nl', password: 'x' } }))
    world.platform.database.signIn = signIn
    expect(answers.map(({ status }) => status)).toEqual([400, 413, 415, 401, 404, 400, 405, 403, 500])
    for (const answer of answers) {
      expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8')
      expect(Object.keys(answer.json as object)).toEqual(
        expect.arrayContaining(['type', 'title', 'status', 'code', 'requestId']),
      )
      expect(answer.body).not.toMatch(/stack|select|prisma|fastify|node_modules|\.ts|\/srv|FST_|version/i)
      expect(answer.headers).not.toHaveProperty('x-powered-by')
    }
  })
})

const SIGN_IN = '/api/v1/sign-in/password'

const raw = (world: World, text: string, headers: Record<string, string> = {}): Promise<Answer> =>
  world.stranger().send('POST', SIGN_IN, { raw: text, headers })

const Problem = z.object({
  code: z.string(),
  status: z.int(),
  errors: z.optional(z.array(z.object({ path: z.string(), code: z.string() }))),
})

const problemOf = ({ json }: Answer) => z.parse(Problem, json)

/** What a server answers to bytes that no client library would send. */
function overSocket(port: number, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(text))
    let answer = ''
    socket.on('data', (data) => {
      answer += data
    })
    socket.on('close', () => resolve(answer))
    socket.on('error', reject)
  })
}

const HEAD = `POST ${SIGN_IN} HTTP/1.1\r\nHost: localhost:3000\r\nOrigin: http://localhost:3000\r\nContent-Type: application/json\r\n`

const PAYLOADS = [
  "'; DROP TABLE users; --",
  "' OR '1'='1",
  '1; SELECT pg_sleep(5)--',
  '$where',
  ['$', '{7*7}'].join(''),
  '{{7*7}}',
  '<%= 7*7 %>',
  '*)(uid=*))(|(uid=*',
  '../../../../etc/passwd',
  '%00',
  '\\x00',
  '`id`',
  '$(id)',
  '<script>alert(1)</script>',
  'javascript:alert(1)',
  '%n%s%x',
  'Robert"); --',
  '\\',
  '_%',
]
