import { connect } from '@keyholder/prisma'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApp } from '../app.ts'
import { PLATFORM_TENANT } from '../identity/tenants/platform-tenant.ts'
import { sourceBucketKey } from '../identity/throttle/bucket-key.ts'
import { minutes } from '../platform/clock.fake.ts'
import { askToken, type Machine, makeMachine } from '../testing/machine.ts'
import { createWorld, type SignedIn, type Tenant, type World } from '../testing/world.ts'

let world: World
let tenant: Tenant
let holder: SignedIn
let machine: Machine
beforeAll(async () => {
  world = await createWorld()
  tenant = await world.addTenant('De Linde')
  holder = await world.signIn(tenant.holder)
  machine = await makeMachine(world, holder)
})
afterAll(() => world.close())

const GRANT = { grant_type: 'client_credentials' }
const post = () => ({ ...GRANT, client_id: machine.clientId, client_secret: machine.clientSecret })
const basicOf = (id: string, secret: string) => `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`
const basic = () => ({ authorization: basicOf(machine.clientId, machine.clientSecret) })
const newestEvent = (tenantId: string) =>
  world.asOwner((tx) =>
    tx.auditEvent.findFirst({
      where: { tenantId, action: { startsWith: 'token.' } },
      orderBy: { id: 'desc' },
      omit: { id: true, tenantId: true },
    }),
  )

describe('a request for a token is refused', () => {
  it.each(['password', 'implicit', 'refresh_token', 'authorization_code', 'CLIENT_CREDENTIALS', 'x\u0000'])(
    'TOK-02: with the grant %j, and never gives a refresh token',
    async (grant) => {
      const { status, json } = await askToken(world, { form: { ...post(), grant_type: grant } })
      expect([status, Object(json).error]).toEqual([400, 'unsupported_grant_type'])
      expect(Object(json).refresh_token).toBeUndefined()
    },
  )

  const encode = (form: Record<string, string>) => new URLSearchParams(form).toString()
  it.each<[string, () => Parameters<typeof askToken>[1]]>([
    ['credentials in the address', () => ({ form: GRANT, url: `/oauth/token?${encode(post())}` })],
    ['any parameter in the address', () => ({ form: post(), url: '/oauth/token?scope=users:read' })],
    ['header and body both holding the secret', () => ({ form: post(), headers: basic() })],
    [
      'another client in the body than in the header',
      () => ({ form: { ...GRANT, client_id: 'cli_other' }, headers: basic() }),
    ],
    ['a secret in the body beside a foreign header', () => ({ form: post(), headers: { authorization: 'Bearer x' } })],
    ['grant_type twice', () => ({ form: `${encode(post())}&grant_type=client_credentials` })],
    ['client_secret twice, once encoded', () => ({ form: `${encode(post())}&client%5Fsecret=x` })],
    ['an unknown parameter twice', () => ({ form: `${encode(post())}&x=1&x=2` })],
    ['no grant_type', () => ({ form: { client_id: machine.clientId, client_secret: machine.clientSecret } })],
    ['an empty body', () => ({ form: '' })],
    ['bad encoding', () => ({ form: `${encode(post())}&scope=%ff` })],
    ['JSON', () => ({ form: JSON.stringify(post()), headers: { 'content-type': 'application/json' } })],
    ['plain text', () => ({ form: encode(post()), headers: { 'content-type': 'text/plain' } })],
    ['a compressed body', () => ({ form: encode(post()), headers: { 'content-encoding': 'gzip' } })],
  ])('TOK-03: with %s', async (_, ask) => {
    const { status, headers, json } = await askToken(world, ask())
    expect([status, Object(json).error]).toEqual([400, 'invalid_request'])
    expect(headers['cache-control']).toBe('no-store')
  })

  it('when it is larger than 16 kB', async () => {
    const { status, json } = await askToken(world, { form: { ...post(), filler: 'x'.repeat(16 * 1024) } })
    expect([status, Object(json).error]).toEqual([413, 'invalid_request'])
  })

  it('with any method but POST', async () => {
    const { status, headers } = await world.visitor().send('GET', '/oauth/token')
    expect([status, headers.allow]).toEqual([405, 'POST'])
  })

  it.each<[string, () => Parameters<typeof askToken>[1]]>([
    ['an unknown client', () => ({ form: { ...post(), client_id: `cli_${'A'.repeat(22)}` } })],
    ['a wrong secret', () => ({ form: { ...post(), client_secret: `khs_${'A'.repeat(43)}` } })],
    ['an empty secret', () => ({ form: { ...post(), client_secret: '' } })],
    ['no credentials', () => ({ form: GRANT })],
    ['an id that no database takes', () => ({ form: { ...post(), client_id: 'cli_\u0000' } })],
    ['a header that is no Basic', () => ({ form: GRANT, headers: { authorization: 'Bearer abc' } })],
    ['a Basic without a colon', () => ({ form: GRANT, headers: { authorization: `Basic ${btoa('abc')}` } })],
    ['a Basic that is badly encoded', () => ({ form: GRANT, headers: { authorization: `Basic ${btoa('%zz:%zz')}` } })],
    ['the secret of a person', () => ({ form: { ...post(), client_id: tenant.holder.userId } })],
  ])('as invalid_client for %s', async (_, ask) => {
    const { status, headers, json } = await askToken(world, { ...ask(), ip: '203.0.113.50' })
    expect([status, Object(json).error]).toEqual([401, 'invalid_client'])
    expect(headers['www-authenticate']).toMatch(/^Basic /)
    expect(headers['cache-control']).toBe('no-store')
  })

  it('in the same words for an unknown client and a wrong secret', async () => {
    const unknown = await askToken(world, { form: { ...post(), client_id: `cli_${'B'.repeat(22)}` } })
    const wrong = await askToken(world, { form: { ...post(), client_secret: 'wrong' } })
    expect(unknown.body).toBe(wrong.body)
  })

  it('as busy and not as wrong while the database is gone', async () => {
    const database = connect({ databaseUrl: 'postgresql://127.0.0.1:1/none', roleSecret: 'x'.repeat(32) })
    const app = await createApp({ ...world.platform, database })
    const headers = { ...basic(), 'content-type': 'application/x-www-form-urlencoded' }
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
  it('has the refusal of a known client in its organisation, without saying that it was the client', async () => {
    await askToken(world, { form: { ...post(), client_secret: 'wrong' } })
    expect(await newestEvent(tenant.tenantId)).toMatchObject({
      action: 'token.refused',
      outcome: 'failure',
      reason: 'secret',
      objectId: machine.id,
      actorId: null,
    })
  })

  it('has an unknown client in the log of the platform, and not what was sent as its id', async () => {
    const pasted = machine.clientSecret
    await askToken(world, { form: { ...post(), client_id: pasted } })
    const event = await newestEvent(PLATFORM_TENANT)
    expect(event).toMatchObject({ action: 'token.refused', outcome: 'failure', reason: 'client.unknown' })
    expect(JSON.stringify(event)).not.toContain(pasted)
  })
})

describe('an API user', () => {
  const tell = async (form: Record<string, string>) => {
    const { status, json } = await askToken(world, { form })
    return status === 200 ? 'token' : Object(json).error_description
  }

  it('that is deactivated gets no token and is told why, and gets one again afterwards', async () => {
    const place = await world.addTenant('De Wilg')
    const owner = await world.signIn(place.holder)
    const { id, clientId, clientSecret } = await makeMachine(world, owner)
    const form = { ...GRANT, client_id: clientId, client_secret: clientSecret }
    await owner.api.users.deactivate({ params: { id } })
    expect(await tell(form)).toBe('This API user has been deactivated.')
    expect(await tell({ ...form, client_secret: 'wrong' })).toBe('The client id or the secret is wrong.')
    await owner.api.users.reactivate({ params: { id } })
    expect(await tell(form)).toBe('token')
    await world.asOwner((tx) =>
      tx.package.updateMany({ where: { tenantId: place.tenantId }, data: { status: 'ended' } }),
    )
    expect(await tell(form)).toBe('The package of the organisation has ended.')
  })
})

describe('the limits', () => {
  const count = async (key: string, tries: number, forMs: number) => {
    const now = world.clock.now()
    const counter = { key, count: tries, windowStartedAt: now, windowEndsAt: new Date(now.getTime() + forMs) }
    await world.asOwner((tx) => tx.throttleCounter.createMany({ data: [counter] }))
  }

  it('let a client have sixty tokens a minute', async () => {
    const { clientId, clientSecret } = await makeMachine(
      world,
      await world.signIn((await world.addTenant('De Iep')).holder),
    )
    const ask = (scope: string) =>
      askToken(world, { form: { ...GRANT, client_id: clientId, client_secret: clientSecret, scope } })
    await count(`tokenByClient|${clientId}|60`, 59, minutes(1))
    expect((await ask('')).status).toBe(200)
    const refused = await ask('')
    expect([refused.status, refused.headers['retry-after'], Object(refused.json).error]).toEqual([
      429,
      '60',
      'temporarily_unavailable',
    ])
    expect((await ask('nothing')).status).toBe(429)
    world.clock.advance(minutes(1))
    expect((await ask('')).status).toBe(200)
  })

  it('stop a source that shows wrong secrets, and not the client that shares it', async () => {
    const ip = '198.51.100.9'
    const bucketKey = sourceBucketKey({ platform: world.platform, request: { ip } })
    await count(`tokenFailureBySource|${bucketKey}|900`, 59, minutes(15))
    const wrong = () => askToken(world, { form: { ...post(), client_secret: 'wrong' }, ip })
    expect((await wrong()).status).toBe(401)
    expect((await wrong()).status).toBe(429)
    expect((await askToken(world, { form: GRANT, ip })).status).toBe(429)
    expect((await askToken(world, { form: post(), ip })).status).toBe(200)
  })
})
