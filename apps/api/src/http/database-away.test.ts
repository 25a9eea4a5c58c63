import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { createApp } from '../app.ts'
import { createPlatform } from '../create-platform.ts'
import { parseKeyRing } from '../platform/key-ring.ts'
import { type Cable, layCable } from '../testing/cable.fake.ts'
import { type Answer, type Caller, createCaller } from '../testing/caller.ts'
import { ENDPOINTS, sampleRequest } from '../testing/endpoints.ts'
import { signInAnywhere, withPassword } from '../testing/second-step.ts'
import { createWorld, PASSWORD, type Tenant, type World } from '../testing/world.ts'
import type { App } from './edge.ts'

let world: World
let tenant: Tenant
let cable: Cable
let app: App
let close: () => Promise<void>
beforeAll(async () => {
  world = await createWorld()
  tenant = await world.addTenant('De Linde')
  const { keys, databaseRoleSecret } = world.connection
  const databaseUrl = new URL(world.connection.databaseUrl)
  cable = await layCable(Number(databaseUrl.port))
  databaseUrl.port = String(cable.port)
  const { settings } = world.platform
  const config = { databaseUrl: databaseUrl.href, databaseRoleSecret, keys: parseKeyRing(keys), settings }
  const platform = createPlatform({ ...config, databasePoolSize: 4 }, world.clock)
  app = await createApp(platform)
  await app.ready()
  close = async () => {
    await app.close()
    await platform.database.close()
    await cable.cut()
  }
})
afterEach(() => cable.mend())
afterAll(async () => {
  await close()
  await world.close()
})

let sources = 0
/** Somebody at the process whose database comes and goes, with the cookies of another caller. */
function caller(cookies = new Map<string, string>()): Caller {
  sources += 1
  return createCaller(app, { origin: world.origin, ip: `2001:db8:a:${sources.toString(16)}::1`, cookies })
}

const tryPassword = (email: string, password: string): Promise<Answer> =>
  caller().send('POST', '/api/v1/sign-in/password', { body: { email, password } })

/** Answers that say nothing but that the service is busy, and when to come back. */
function expectBusy(name: string, { status, headers, json }: Answer): void {
  expect([name, status, headers['retry-after']]).toEqual([name, 503, '3'])
  expect([name, json]).toEqual([name, expect.objectContaining({ code: 'server.busy', retryAfter: 3 })])
}

describe('while the counters cannot be reached', () => {
  it('every endpoint says so, to strangers, half way and signed in: nothing is let through (RTL-12, FLT-01)', async () => {
    const person = await world.addPerson(tenant, 'administrator')
    const { cookies } = await signInAnywhere(world, person)
    const half = await withPassword(world, person)
    for (const [name, value] of half.caller.cookies) cookies.set(name, value)
    await cable.cut()
    for (const endpoint of ENDPOINTS) {
      const { method, url, body } = sampleRequest(endpoint)
      expectBusy(endpoint.name, await caller(new Map(cookies)).send(method, url, { body }))
    }
  })

  it('no right password, code or link does anything, and none is used up (RTL-12)', async () => {
    const person = await world.addPerson(tenant, 'reader')
    await signInAnywhere(world, person)
    const half = await withPassword(world, person)
    const code = await world.nextCode(person)
    const show = () => caller(half.caller.cookies).send('POST', '/api/v1/sign-in/authenticator', { body: { code } })
    await cable.cut()
    expectBusy('password', await tryPassword(person.email, PASSWORD))
    expectBusy('reset', await caller().send('POST', '/api/v1/password-reset', { body: { email: person.email } }))
    expectBusy('code', await show())
    await cable.mend()
    expect((await show()).status).toBe(200)
    expect((await tryPassword(person.email, PASSWORD)).status).toBe(200)
  })

  it('nobody gets tries for nothing: what was counted before still counts (RTL-12)', async () => {
    const { email } = await world.addPerson(tenant, 'reader')
    for (let n = 0; n < 9; n++) expect((await tryPassword(email, 'dit is het niet')).status).toBe(401)
    await cable.cut()
    for (let n = 0; n < 20; n++) expectBusy('password', await tryPassword(email, PASSWORD))
    await cable.mend()
    expect((await tryPassword(email, 'dit is het niet')).status).toBe(401)
    expect((await tryPassword(email, PASSWORD)).status).toBe(429)
  })

  it('a database that says nothing is not waited for: the answer comes within the time to connect (RTL-12)', async () => {
    const { email } = await world.addPerson(tenant, 'reader')
    cable.hang()
    const begun = performance.now()
    expectBusy('password', await tryPassword(email, PASSWORD))
    expect(performance.now() - begun).toBeLessThan(6000)
  })

  it('while the rest of the database can, nothing is compared either (RTL-12)', async () => {
    const person = await world.addPerson(tenant, 'reader')
    await world.asOwner(async (tx) => {
      await tx.$executeRaw`LOCK TABLE throttle_counters`
      expectBusy('password', await tryPassword(person.email, PASSWORD))
      expectBusy('reset', await caller().send('POST', '/api/v1/password-reset', { body: { email: person.email } }))
    })
    expect(await world.asOwner((tx) => tx.signInAttempt.count({ where: { userId: person.userId } }))).toBe(0)
    expect((await tryPassword(person.email, PASSWORD)).status).toBe(200)
  })
})
