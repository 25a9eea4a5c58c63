import { describe, expect } from 'vitest'
import { createApp } from '../app.ts'
import { createPlatform } from '../create-platform.ts'
import { parseKeyRing } from '../platform/key-ring.ts'
import { layCable } from '../testing/cable.fake.ts'
import { type Answer, type Caller, createCaller } from '../testing/caller.ts'
import { ENDPOINTS, sampleRequest } from '../testing/endpoints.ts'
import { it as base } from '../testing/it.ts'
import { PASSWORD } from '../testing/world.ts'

const it = base
  // A process whose line to the database can be cut.
  .extend('cable', { scope: 'file' }, async ({ world }, { onCleanup }) => {
    const cable = await layCable(Number(new URL(world.connection.databaseUrl).port))
    onCleanup(cable.cut)
    return cable
  })
  .extend('app', { scope: 'file' }, async ({ world, cable }, { onCleanup }) => {
    const { keys, databaseRoleSecret } = world.connection
    const databaseUrl = new URL(world.connection.databaseUrl)
    databaseUrl.port = String(cable.port)
    const { settings } = world.platform
    const config = { databaseUrl: databaseUrl.href, databaseRoleSecret, keys: parseKeyRing(keys), settings }
    const platform = createPlatform({ ...config, databasePoolSize: 4 }, world.clock)
    const app = await createApp(platform)
    await app.ready()
    onCleanup(async () => {
      await app.close()
      await platform.database.close()
    })
    return app
  })
  // Somebody at that process, with the cookies of another caller. The line is whole when a test begins.
  .extend('client', async ({ world, app, cable }) => {
    await cable.mend()
    let sources = 0
    return (cookies = new Map<string, string>()): Caller => {
      sources += 1
      return createCaller(app, { origin: world.origin, ip: `2001:db8:a:${sources.toString(16)}::1`, cookies })
    }
  })
  .extend(
    'tryPassword',
    ({ client }) =>
      (email: string, password: string): Promise<Answer> =>
        client().send('POST', '/api/v1/sign-in/password', { body: { email, password } }),
  )

describe('while the counters cannot be reached', () => {
  it('every endpoint says so, to strangers, during a sign-in and after it: nothing is let through (RTL-12, FLT-01)', async ({
    world,
    addPerson,
    cable,
    client,
  }) => {
    const person = await addPerson('administrator')
    const { cookies } = await world.signIn(person)
    const half = await world.withPassword(person)
    for (const [name, value] of half.caller.cookies) cookies.set(name, value)
    await cable.cut()
    for (const endpoint of ENDPOINTS) {
      const { method, url, body } = sampleRequest(endpoint)
      expectBusy(endpoint.name, await client(new Map(cookies)).send(method, url, { body }))
    }
  })

  it('no right password, code or link does anything, and none is used up (RTL-12)', async ({
    world,
    addPerson,
    cable,
    client,
    tryPassword,
  }) => {
    const person = await addPerson('reader')
    await world.signIn(person)
    const half = await world.withPassword(person)
    const code = await world.nextCode(person)
    const show = () => client(half.caller.cookies).send('POST', '/api/v1/sign-in/authenticator', { body: { code } })
    await cable.cut()
    expectBusy('password', await tryPassword(person.email, PASSWORD))
    expectBusy('reset', await client().send('POST', '/api/v1/password-reset', { body: { email: person.email } }))
    expectBusy('code', await show())
    await cable.mend()
    expect((await show()).status).toBe(200)
    expect((await tryPassword(person.email, PASSWORD)).status).toBe(200)
  })

  it('no attempt is free: what was counted before still counts (RTL-12)', async ({ addPerson, cable, tryPassword }) => {
    const { email } = await addPerson('reader')
    for (let n = 0; n < 9; n++) expect((await tryPassword(email, 'dit is het niet')).status).toBe(401)
    await cable.cut()
    for (let n = 0; n < 20; n++) expectBusy('password', await tryPassword(email, PASSWORD))
    await cable.mend()
    expect((await tryPassword(email, 'dit is het niet')).status).toBe(401)
    expect((await tryPassword(email, PASSWORD)).status).toBe(429)
  })

  it('a database that says nothing is not waited for: the answer comes within the time to connect (RTL-12)', async ({
    addPerson,
    cable,
    tryPassword,
  }) => {
    const { email } = await addPerson('reader')
    cable.hang()
    const begun = performance.now()
    expectBusy('password', await tryPassword(email, PASSWORD))
    expect(performance.now() - begun).toBeLessThan(6000)
  })

  it('while the rest of the database can, nothing is compared either (RTL-12)', async ({
    world,
    addPerson,
    client,
    tryPassword,
  }) => {
    const person = await addPerson('reader')
    await world.asOwner(async (tx) => {
      await tx.$executeRaw`LOCK TABLE throttle_counters`
      expectBusy('password', await tryPassword(person.email, PASSWORD))
      expectBusy('reset', await client().send('POST', '/api/v1/password-reset', { body: { email: person.email } }))
    })
    expect(await world.asOwner((tx) => tx.signInAttempt.count({ where: { userId: person.userId } }))).toBe(0)
    expect((await tryPassword(person.email, PASSWORD)).status).toBe(200)
  })
})

/** Answers that say nothing but that the service is busy, and when to come back. */
function expectBusy(name: string, { status, headers, json }: Answer): void {
  expect([name, status, headers['retry-after']]).toEqual([name, 503, '3'])
  expect([name, json]).toEqual([name, expect.objectContaining({ code: 'server.busy', retryAfter: 3 })])
}
