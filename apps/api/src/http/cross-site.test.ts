import { describe, expect } from 'vitest'
import { it } from '../testing/it.ts'

describe('another site', () => {
  it('is given no answer to read: no origin is allowed, by wildcard or by echo (CSR-04)', async ({ world, holder }) => {
    const origins = [
      EVIL,
      'null',
      `${world.origin}.evil.example`,
      `${world.origin}@evil.example`,
      'http://localhost',
      world.origin,
      '*',
    ]
    for (const origin of origins) {
      for (const method of ['GET', 'POST', 'OPTIONS']) {
        const headers = {
          origin,
          'access-control-request-method': 'POST',
          'access-control-request-headers': 'content-type',
        }
        const answer = await holder.send(method, '/api/v1/users', { headers })
        const allowing = Object.keys(answer.headers).filter((name) => name.startsWith('access-control-'))
        expect([origin, method, allowing]).toEqual([origin, method, []])
      }
    }
  })

  it('cannot make a signed-in holder send an invitation (CSR-05)', async ({ world, tenant, holder }) => {
    const body = {
      name: 'Aanvaller',
      email: 'aanvaller@evil.example',
      roleId: tenant.roleIds.administrator,
      language: 'nl',
    }
    const disguises = [
      { origin: EVIL },
      { origin: 'null' },
      { origin: `${world.origin}.evil.example` },
      { origin: '' },
      { origin: world.origin, 'sec-fetch-site': 'cross-site' },
      { origin: world.origin, 'sec-fetch-site': 'same-site' },
      { origin: EVIL, referer: `${world.origin}/users` },
      // A bearer token counts at no endpoint of the pages, so it excuses nothing there.
      { origin: EVIL, authorization: 'Bearer x' },
      { origin: EVIL, 'sec-fetch-site': 'cross-site', authorization: 'Bearer x' },
    ]
    for (const headers of disguises) {
      const answer = await holder.send('POST', '/api/v1/users', { body, headers })
      expect([headers, answer.status, answer.json]).toMatchObject([headers, 403, { code: 'request.cross_site' }])
    }
    expect(await world.asOwner((tx) => tx.membership.count({ where: { email: body.email } }))).toBe(0)
    expect((await holder.send('POST', '/api/v1/users', { body })).status).toBe(201)
  })

  it('cannot sign its own account in here, or anybody out (AUT-19)', async ({ world, tenant, holder }) => {
    const victim = world.visitor()
    const credentials = { email: tenant.holder.email, password: 'zeven blauwe fietsen' }
    const answer = await victim.send('POST', '/api/v1/sign-in/password', {
      body: credentials,
      headers: { origin: EVIL },
    })
    expect([answer.status, answer.headers['set-cookie']]).toEqual([403, undefined])
    expect((await holder.send('DELETE', '/api/v1/session', { headers: { origin: EVIL } })).status).toBe(403)
    expect((await holder.send('GET', '/api/v1/session')).status).toBe(200)
  })

  it('cannot send a form, which browsers send without asking', async ({ holder }) => {
    for (const type of ['application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'text/plain']) {
      const headers = { origin: EVIL, 'content-type': type }
      const answer = await holder.send('POST', '/api/v1/users', { raw: '{"name":"x"}', headers })
      expect([403, 415]).toContain(answer.status)
    }
  })
})

describe('a method that an address does not take', () => {
  it('is refused with those that it does take (CSR-10)', async ({ holder }) => {
    const cases = [
      ['PUT', '/api/v1/users', 'GET, POST'],
      ['TRACE', '/api/v1/users', 'GET, POST'],
      ['OPTIONS', '/api/v1/users', 'GET, POST'],
      ['DELETE', '/api/v1/users', 'GET, POST'],
      ['POST', '/api/v1/session', 'GET, DELETE'],
      ['PATCH', '/api/v1/account/sessions/00000000-0000-7000-8000-0000000000aa', 'DELETE'],
      ['GET', '/api/v1/sign-in/password', 'POST'],
    ] as const
    for (const [method, url, allow] of cases) {
      const answer = await holder.send(method, url)
      expect([method, url, answer.status, answer.headers.allow]).toEqual([method, url, 405, allow])
      expect(answer.json).toMatchObject({ code: 'request.method_not_allowed' })
    }
  })

  it('is not taken by another name (CSR-10)', async ({ holder }) => {
    const override = { 'x-http-method-override': 'DELETE', 'x-http-method': 'DELETE', 'x-method-override': 'DELETE' }
    const answer = await holder.send('POST', '/api/v1/session', { headers: override })
    expect(answer.status).toBe(405)
    expect((await holder.send('GET', '/api/v1/session?_method=DELETE', { headers: override })).status).toBe(400)
    expect((await holder.send('GET', '/api/v1/session', { headers: override })).status).toBe(200)
  })
})

describe('an answer of the API', () => {
  it('is JSON that no browser makes a page or a script of (CSR-11)', async ({ holder }) => {
    for (const destination of ['document', 'script', 'iframe', 'image']) {
      const { headers } = await holder.send('GET', '/api/v1/session', { headers: { 'sec-fetch-dest': destination } })
      expect(headers).toMatchObject({
        'content-type': 'application/json; charset=utf-8',
        'x-content-type-options': 'nosniff',
        'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
        'cross-origin-resource-policy': 'same-origin',
        'cache-control': 'no-store',
      })
    }
  })
})

const EVIL = 'https://evil.example'
