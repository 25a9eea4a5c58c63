import { createRemoteJWKSet, customFetch, decodeJwt, decodeProtectedHeader, jwtVerify } from 'jose'
import { describe, expect } from 'vitest'
import { minutes, seconds } from '../platform/clock.fake.ts'
import { it } from '../testing/it.ts'
import { askToken, fetchToken, makeMachine } from '../testing/machine.ts'
import { basic, basicOf, GRANT, newestTokenEvent, postOf } from '../testing/token-request.ts'

describe('a token', () => {
  it('TOK-04: comes as JSON that is not cached, without a cookie', async ({ world, machine }) => {
    const { status, headers, json } = await askToken(world, { form: postOf(machine) })
    expect(status).toBe(200)
    expect(json).toEqual({
      access_token: expect.any(String),
      token_type: 'Bearer',
      expires_in: 900,
      scope: 'users:read',
    })
    expect(headers).toMatchObject({ 'cache-control': 'no-store', pragma: 'no-cache' })
    expect(headers['content-type']).toBe('application/json; charset=utf-8')
    expect(headers['set-cookie']).toBeUndefined()
  })

  it('says by RFC 9068 what it is, for whom and for how long, and is verified with the published keys', async ({
    world,
    clock,
    machine,
    token,
  }) => {
    const keys = createRemoteJWKSet(new URL('http://localhost:3000/.well-known/jwks.json'), {
      [customFetch]: async (url) => {
        const { body, headers } = await world.visitor().send('GET', new URL(url).pathname)
        return new Response(body, { headers: { 'content-type': String(headers['content-type']) } })
      },
    })
    const now = clock.now()
    const { payload, protectedHeader } = await jwtVerify(token, keys, {
      issuer: 'http://localhost:3000',
      audience: 'http://localhost:3000/api/v1',
      typ: 'at+jwt',
      currentDate: now,
    })
    expect(Object.keys(protectedHeader).sort()).toEqual(['alg', 'kid', 'typ'])
    expect(payload).toMatchObject({ client_id: machine.clientId, scope: 'users:read', jti: expect.any(String) })
    expect(payload.iat).toBe(Math.floor(now.getTime() / 1000))
    expect(payload.exp).toBe((payload.iat ?? 0) + 900)
  })

  it('TOK-09: names a machine in a way that is no id of a person', async ({ world, machine }) => {
    const { sub } = decodeJwt(await fetchToken(world, machine))
    const member = await world.asOwner((tx) =>
      tx.membership.findFirstOrThrow({ where: { id: machine.id }, select: { userId: true } }),
    )
    expect(sub).toBe(`api:${member.userId}`)
    expect(machine.clientId).toMatch(/^cli_/)
  })

  it('is got with client_secret_basic, form-encoded as RFC 6749 §2.3.1 asks', async ({ world, machine }) => {
    const encoded = basic(everyByteEncoded(machine.clientId), everyByteEncoded(machine.clientSecret))
    for (const authorization of [basicOf(machine).authorization, encoded, encoded.replace('Basic', 'bASIC')]) {
      expect((await askToken(world, { form: GRANT, headers: { authorization } })).status).toBe(200)
    }
    const named = { ...GRANT, client_id: machine.clientId }
    expect((await askToken(world, { form: named, headers: basicOf(machine) })).status).toBe(200)
  })

  it('each has an id of its own and an event, fifty at once too', async ({ world }) => {
    const place = await world.addTenant('De Esdoorn')
    const many = await makeMachine(world, await world.signIn(place.holder))
    const tokens = await Promise.all(Array.from({ length: 50 }, () => fetchToken(world, many)))
    const ids = tokens.map((token) => decodeJwt(token).jti)
    expect(new Set(ids).size).toBe(50)
    const where = { tenantId: place.tenantId, action: 'token.issued' }
    const events = await world.asOwner((tx) =>
      tx.auditEvent.findMany({ where, select: { after: true, actorId: true, outcome: true } }),
    )
    expect(new Set(events.map(({ after }) => Object(after).tokenId))).toEqual(new Set(ids))
    const event = events.find(({ after }) => Object(after).tokenId === ids[0])
    const after = { clientId: many.clientId, scope: 'users:read', tokenId: ids[0] }
    expect(event).toEqual({ actorId: many.id, outcome: 'success', after })
  })

  it('writes the last use of its credential at most once a minute', async ({ world, clock, holder, machine }) => {
    const lastUse = async () => (await holder.api.apiUsers.read({ params: { id: machine.id } })).credential?.lastUsedAt
    clock.advance(minutes(2))
    await fetchToken(world, machine)
    const first = clock.now().toISOString()
    expect(await lastUse()).toBe(first)
    clock.advance(seconds(59))
    await fetchToken(world, machine)
    expect(await lastUse()).toBe(first)
    clock.advance(seconds(1))
    await fetchToken(world, machine)
    expect(await lastUse()).toBe(clock.now().toISOString())
  })
})

describe('TOK-10: a scope', () => {
  it.for([undefined, '', 'users:read', 'users:read users:read'])(
    '%j gives what the client has',
    async (scope, { world, machine }) => {
      const { json } = await askToken(world, {
        form: { ...postOf(machine), ...(scope === undefined ? {} : { scope }) },
      })
      expect(Object(json).scope).toBe('users:read')
    },
  )

  it.for([
    'users:invite',
    'users:read audit:read',
    'nothing',
    ' users:read',
    'users:read,',
    'USERS:READ',
    'x'.repeat(10_000),
  ])('%.40s is more than it has, and is recorded', async (scope, { world, tenant, machine }) => {
    const { status, json } = await askToken(world, { form: { ...postOf(machine), scope } })
    expect([status, Object(json).error]).toEqual([400, 'invalid_scope'])
    expect(await newestTokenEvent(world, tenant.tenantId)).toMatchObject({
      action: 'token.refused',
      outcome: 'denied',
      reason: 'scope',
      actorId: machine.id,
    })
  })

  it('that the API user has lost is not in the next token', async ({ world }) => {
    const other = await makeMachine(world, await world.signIn((await world.addTenant('De Es')).holder))
    await world.asOwner(
      (tx) =>
        tx.$executeRaw`UPDATE api_users SET scopes = '{}' FROM memberships m WHERE m.user_id = api_users.user_id AND m.id = ${other.id}::uuid`,
    )
    const form = { ...GRANT, client_id: other.clientId, client_secret: other.clientSecret }
    expect(Object((await askToken(world, { form })).json).error).toBe('invalid_scope')
  })
})

describe('the metadata', () => {
  it('says by RFC 8414 what there is', async ({ world }) => {
    const { json } = await world.visitor().send('GET', '/.well-known/oauth-authorization-server')
    expect(json).toEqual({
      issuer: 'http://localhost:3000',
      token_endpoint: 'http://localhost:3000/oauth/token',
      jwks_uri: 'http://localhost:3000/.well-known/jwks.json',
      scopes_supported: ['users:read'],
      response_types_supported: [],
      grant_types_supported: ['client_credentials'],
      token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
      service_documentation: 'http://localhost:3000/api/docs',
    })
  })

  it('TOK-16: the published keys have a public half only', async ({ world, token }) => {
    const { json, headers } = await world.visitor().send('GET', '/.well-known/jwks.json')
    expect(headers['content-type']).toContain('application/jwk-set+json')
    const { kid } = decodeProtectedHeader(token)
    const text = expect.stringMatching(/^[\w-]{43}$/)
    expect(json).toEqual({ keys: [{ kty: 'EC', crv: 'P-256', x: text, y: text, kid, alg: 'ES256', use: 'sig' }] })
  })
})

const everyByteEncoded = (text: string) =>
  Buffer.from(text)
    .toString('hex')
    .replaceAll(/../g, (byte) => `%${byte}`)
