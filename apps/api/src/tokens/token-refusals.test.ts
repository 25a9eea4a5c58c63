import { connect } from '@keyholder/prisma'
import { describe, expect } from 'vitest'
import { createApp } from '../app.ts'
import { PLATFORM_TENANT } from '../identity/tenants/platform-tenant.ts'
import { sourceBucketKey } from '../identity/throttle/bucket-key.ts'
import { minutes } from '../platform/clock.fake.ts'
import type { Given } from '../testing/it.ts'
import { it } from '../testing/it.ts'
import { askToken, makeMachine } from '../testing/machine.ts'
import { basicOf, GRANT, newestTokenEvent, postOf } from '../testing/token-request.ts'
import type { World } from '../testing/world.ts'

describe('a request for a token is refused', () => {
  it.for(['password', 'implicit', 'refresh_token', 'authorization_code', 'CLIENT_CREDENTIALS', 'x\u0000'])(
    'TOK-02: with the grant %j, and never gives a refresh token',
    async (grant, { world, machine }) => {
      const { status, json } = await askToken(world, { form: { ...postOf(machine), grant_type: grant } })
      expect([status, Object(json).error]).toEqual([400, 'unsupported_grant_type'])
      expect(Object(json).refresh_token).toBeUndefined()
    },
  )

  const encode = (form: Record<string, string>) => new URLSearchParams(form).toString()
  it.for<[string, (from: Given<'tenant' | 'machine'>) => Parameters<typeof askToken>[1]]>([
    ['credentials in the address', ({ machine }) => ({ form: GRANT, url: `/oauth/token?${encode(postOf(machine))}` })],
    [
      'any parameter in the address',
      ({ machine }) => ({ form: postOf(machine), url: '/oauth/token?scope=users:read' }),
    ],
    [
      'header and body both holding the secret',
      ({ machine }) => ({ form: postOf(machine), headers: basicOf(machine) }),
    ],
    [
      'another client in the body than in the header',
      ({ machine }) => ({ form: { ...GRANT, client_id: 'cli_other' }, headers: basicOf(machine) }),
    ],
    [
      'a secret in the body beside a foreign header',
      ({ machine }) => ({ form: postOf(machine), headers: { authorization: 'Bearer x' } }),
    ],
    ['grant_type twice', ({ machine }) => ({ form: `${encode(postOf(machine))}&grant_type=client_credentials` })],
    ['client_secret twice, once encoded', ({ machine }) => ({ form: `${encode(postOf(machine))}&client%5Fsecret=x` })],
    ['an unknown parameter twice', ({ machine }) => ({ form: `${encode(postOf(machine))}&x=1&x=2` })],
    [
      'no grant_type',
      ({ machine }) => ({ form: { client_id: machine.clientId, client_secret: machine.clientSecret } }),
    ],
    ['an empty body', () => ({ form: '' })],
    ['bad encoding', ({ machine }) => ({ form: `${encode(postOf(machine))}&scope=%ff` })],
    [
      'JSON',
      ({ machine }) => ({ form: JSON.stringify(postOf(machine)), headers: { 'content-type': 'application/json' } }),
    ],
    ['plain text', ({ machine }) => ({ form: encode(postOf(machine)), headers: { 'content-type': 'text/plain' } })],
    [
      'a compressed body',
      ({ machine }) => ({ form: encode(postOf(machine)), headers: { 'content-encoding': 'gzip' } }),
    ],
  ])('TOK-03: with %s', async ([_, ask], { world, tenant, machine }) => {
    const { status, headers, json } = await askToken(world, ask({ tenant, machine }))
    expect([status, Object(json).error]).toEqual([400, 'invalid_request'])
    expect(headers['cache-control']).toBe('no-store')
  })

  it('when it is larger than 16 kB', async ({ world, machine }) => {
    const { status, json } = await askToken(world, { form: { ...postOf(machine), filler: 'x'.repeat(16 * 1024) } })
    expect([status, Object(json).error]).toEqual([413, 'invalid_request'])
  })

  it('with any method but POST', async ({ world }) => {
    const { status, headers } = await world.visitor().send('GET', '/oauth/token')
    expect([status, headers.allow]).toEqual([405, 'POST'])
  })

  it.for<[string, (from: Given<'tenant' | 'machine'>) => Parameters<typeof askToken>[1]]>([
    ['an unknown client', ({ machine }) => ({ form: { ...postOf(machine), client_id: `cli_${'A'.repeat(22)}` } })],
    ['a wrong secret', ({ machine }) => ({ form: { ...postOf(machine), client_secret: `khs_${'A'.repeat(43)}` } })],
    ['an empty secret', ({ machine }) => ({ form: { ...postOf(machine), client_secret: '' } })],
    ['no credentials', () => ({ form: GRANT })],
    ['an id that no database takes', ({ machine }) => ({ form: { ...postOf(machine), client_id: 'cli_\u0000' } })],
    ['a header that is no Basic', () => ({ form: GRANT, headers: { authorization: 'Bearer abc' } })],
    ['a Basic without a colon', () => ({ form: GRANT, headers: { authorization: `Basic ${btoa('abc')}` } })],
    ['a Basic that is badly encoded', () => ({ form: GRANT, headers: { authorization: `Basic ${btoa('%zz:%zz')}` } })],
    [
      'the secret of a person',
      ({ machine, tenant }) => ({ form: { ...postOf(machine), client_id: tenant.holder.userId } }),
    ],
  ])('as invalid_client for %s', async ([_, ask], { world, tenant, machine }) => {
    const { status, headers, json } = await askToken(world, { ...ask({ tenant, machine }), ip: '203.0.113.50' })
    expect([status, Object(json).error]).toEqual([401, 'invalid_client'])
    expect(headers['www-authenticate']).toMatch(/^Basic /)
    expect(headers['cache-control']).toBe('no-store')
  })

  it('in the same words for an unknown client and a wrong secret', async ({ world, machine }) => {
    const unknown = await askToken(world, { form: { ...postOf(machine), client_id: `cli_${'B'.repeat(22)}` } })
    const wrong = await askToken(world, { form: { ...postOf(machine), client_secret: 'wrong' } })
    expect(unknown.body).toBe(wrong.body)
  })

  it('as busy and not as wrong while the database is gone', async ({ world, machine }) => {
    const database = connect({ databaseUrl: 'postgresql://127.0.0.1:1/none', roleSecret: 'x'.repeat(32) })
    const app = await createApp({ ...world.platform, database })
    const headers = { ...basicOf(machine), 'content-type': 'application/x-www-form-urlencoded' }
    const answer = await app.inject({
      method: 'POST',
      url: '/oauth/token',
      headers,
      payload: 'grant_type=client_credentials',
    })
    expect([answer.statusCode, answer.json().error]).toEqual([503, 'temporarily_unavailable'])
    expect(answer.headers['retry-after']).toBe('3')
    await app.close()
    await database.close()
  })
})

describe('the log', () => {
  it('has the refusal of a known client in its organisation, without saying that it was the client', async ({
    world,
    tenant,
    machine,
  }) => {
    await askToken(world, { form: { ...postOf(machine), client_secret: 'wrong' } })
    expect(await newestTokenEvent(world, tenant.tenantId)).toMatchObject({
      action: 'token.refused',
      outcome: 'failure',
      reason: 'secret',
      objectId: machine.id,
      actorId: null,
    })
  })

  it('has an unknown client in the log of the platform, and not what was sent as its id', async ({
    world,
    machine,
  }) => {
    const pasted = machine.clientSecret
    await askToken(world, { form: { ...postOf(machine), client_id: pasted } })
    const event = await newestTokenEvent(world, PLATFORM_TENANT)
    expect(event).toMatchObject({ action: 'token.refused', outcome: 'failure', reason: 'client.unknown' })
    expect(JSON.stringify(event)).not.toContain(pasted)
  })
})

describe('an API user', () => {
  const tell = async (world: World, form: Record<string, string>) => {
    const { status, json } = await askToken(world, { form })
    return status === 200 ? 'token' : Object(json).error_description
  }

  it('that is deactivated gets no token and is told why, and gets one again afterwards', async ({ world }) => {
    const place = await world.addTenant('De Wilg')
    const owner = await world.signIn(place.holder)
    const { id, clientId, clientSecret } = await makeMachine(world, owner)
    const form = { ...GRANT, client_id: clientId, client_secret: clientSecret }
    await owner.api.users.deactivate({ params: { id } })
    expect(await tell(world, form)).toBe('This API user has been deactivated.')
    expect(await tell(world, { ...form, client_secret: 'wrong' })).toBe('The client id or the secret is wrong.')
    await owner.api.users.reactivate({ params: { id } })
    expect(await tell(world, form)).toBe('token')
    await world.asOwner((tx) =>
      tx.package.updateMany({ where: { tenantId: place.tenantId }, data: { status: 'ended' } }),
    )
    expect(await tell(world, form)).toBe('The package of the organisation has ended.')
  })
})

describe('the limits', () => {
  const count = async (world: World, key: string, tries: number, forMs: number) => {
    const now = world.clock.now()
    const counter = { key, count: tries, windowStartedAt: now, windowEndsAt: new Date(now.getTime() + forMs) }
    await world.asOwner((tx) => tx.throttleCounter.createMany({ data: [counter] }))
  }

  it('let a client have sixty tokens a minute', async ({ world, clock }) => {
    const { clientId, clientSecret } = await makeMachine(
      world,
      await world.signIn((await world.addTenant('De Iep')).holder),
    )
    const ask = (scope: string) =>
      askToken(world, { form: { ...GRANT, client_id: clientId, client_secret: clientSecret, scope } })
    await count(world, `tokenByClient|${clientId}|60`, 59, minutes(1))
    expect((await ask('')).status).toBe(200)
    const refused = await ask('')
    expect([refused.status, refused.headers['retry-after'], Object(refused.json).error]).toEqual([
      429,
      '60',
      'temporarily_unavailable',
    ])
    expect((await ask('nothing')).status).toBe(429)
    clock.advance(minutes(1))
    expect((await ask('')).status).toBe(200)
  })

  it('stop a source that shows wrong secrets, and not the client that shares it', async ({ world, machine }) => {
    const ip = '198.51.100.9'
    const bucketKey = sourceBucketKey({ platform: world.platform, request: { ip } })
    await count(world, `tokenFailureBySource|${bucketKey}|900`, 59, minutes(15))
    const wrong = () => askToken(world, { form: { ...postOf(machine), client_secret: 'wrong' }, ip })
    expect((await wrong()).status).toBe(401)
    expect((await wrong()).status).toBe(429)
    expect((await askToken(world, { form: GRANT, ip })).status).toBe(429)
    expect((await askToken(world, { form: postOf(machine), ip })).status).toBe(200)
  })
})
