import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { describe, expect, onTestFinished } from 'vitest'
import { it } from './testing/it.ts'
import { endServer, freePort, type Started, serverReady, startServer } from './testing/server-process.ts'
import type { World } from './testing/world.ts'

describe('the process', () => {
  it('can be killed between two requests, unnoticed (SES-14)', async ({ world, tenant, holder }) => {
    const port = await freePort()
    const origin = `http://localhost:${port}`
    const ask = (path: string, init: RequestInit = {}) =>
      fetch(`${origin}${path}`, { ...init, headers: { origin, ...init.headers } })
    const first = start(environment(world, port))
    await serverReady(first)
    expect((await ask('/livez')).status).toBe(200)
    expect((await ask('/readyz')).status).toBe(200)
    const cookie = [...holder.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    expect((await ask('/api/v1/session', { headers: { cookie } })).status).toBe(200)
    await endServer(first, 'SIGKILL')

    await serverReady(start(environment(world, port)))
    const session = await ask('/api/v1/session', { headers: { cookie } })
    expect(await session.json()).toMatchObject({ user: { email: tenant.holder.email } })
    const users = await ask('/api/v1/users', { headers: { cookie } })
    expect(users.status).toBe(200)
  })

  it('stops gracefully on request', async ({ world }) => {
    const started = start(environment(world, await freePort()))
    await serverReady(started)
    expect(await endServer(started, 'SIGTERM')).toBe(0)
  })

  it('goes when the process that started it is gone, however it went', async ({ world }) => {
    const started = start(environment(world, await freePort()))
    const { child } = started
    await serverReady(started)
    const gone = once(child, 'exit')
    child.disconnect()
    expect(await gone).toEqual([0, null])
  })

  it('says which port is in use', async ({ world }) => {
    const port = await freePort()
    await serverReady(start(environment(world, port)))
    const second = start(environment(world, port))
    await once(second.child, 'exit')
    expect(second.output()).toContain('Set PORT to a free one')
  })

  it('says, in a sentence each, all that is missing', async () => {
    const started = start({})
    const [code] = await once(started.child, 'exit')
    expect(code).toBe(1)
    for (const name of ['PUBLIC_URL', 'DATABASE_URL', 'DATABASE_ROLE_SECRET', 'KEYS', 'SMTP_URL', 'MAIL_FROM']) {
      expect(started.output()).toContain(`- Set ${name}: `)
    }
  })

  it("refuses in production what is fine on one's own machine, and prints no secret (OPS-01)", async ({ world }) => {
    const secret = 'development-only-role-secret-0000000000'
    const key = randomBytes(32).toString('base64')
    const env = {
      ...environment(world, 3000),
      DATABASE_ROLE_SECRET: secret,
      KEYS: `dev:${key}`,
      NODE_ENV: 'production',
      SMTP_REQUIRE_TLS: 'false',
    }
    const started = start(env)
    const [code] = await once(started.child, 'exit')
    expect(code).toBe(1)
    const said = started.output()
    for (const part of [
      'PUBLIC_URL must begin with https',
      'DATABASE_ROLE_SECRET is the one of development',
      'KEYS holds the key of development',
      'SMTP_REQUIRE_TLS',
    ]) {
      expect(said).toContain(part)
    }
    expect(said).not.toContain(secret)
    expect(said).not.toContain(key)
  })
})

function start(env: Record<string, string>): Started {
  const started = startServer(env)
  onTestFinished(() => endServer(started, 'SIGKILL').then(() => {}))
  return started
}

function environment(world: World, port: number): Record<string, string> {
  const { databaseUrl, databaseRoleSecret, keys } = world.connection
  return {
    PUBLIC_URL: `http://localhost:${port}`,
    PORT: String(port),
    DATABASE_URL: databaseUrl,
    DATABASE_ROLE_SECRET: databaseRoleSecret,
    KEYS: keys,
    SMTP_URL: 'smtp://127.0.0.1:1',
    MAIL_FROM: 'Keyholder <noreply@example.nl>',
  }
}
