import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { createWorld, type Tenant, type World } from './testing/world.ts'

const MAIN = fileURLToPath(new URL('./main.ts', import.meta.url))
const running = new Set<ChildProcess>()
let world: World
let tenant: Tenant
beforeAll(async () => {
  world = await createWorld()
  tenant = await world.addTenant('De Linde')
})
afterEach(async () => {
  await Promise.all([...running].map((child) => end(child, 'SIGKILL')))
})
afterAll(() => world.close())

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  return typeof address === 'object' && address ? address.port : 0
}

function start(env: Record<string, string>): { child: ChildProcess; output: () => string } {
  const child = spawn(process.execPath, [MAIN], {
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  running.add(child)
  child.on('exit', () => running.delete(child))
  let text = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (text += chunk))
  return { child, output: () => text }
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode
  const gone = once(child, 'exit')
  child.kill(signal)
  const [code] = await gone
  return code
}

/** Resolves when the process says that it listens. */
async function ready({ child, output }: ReturnType<typeof start>): Promise<void> {
  while (!output().includes('Keyholder is ready')) {
    await Promise.race([once(child.stdout ?? child, 'data'), once(child, 'exit')])
    if (child.exitCode !== null) throw new Error(output())
  }
}

function environment(port: number): Record<string, string> {
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

describe('the process', () => {
  it('can be killed between two requests and nobody notices (SES-14)', async () => {
    const port = await freePort()
    const origin = `http://localhost:${port}`
    const ask = (path: string, init: RequestInit = {}) =>
      fetch(`${origin}${path}`, { ...init, headers: { origin, ...init.headers } })
    const first = start(environment(port))
    await ready(first)
    expect((await ask('/livez')).status).toBe(200)
    expect((await ask('/readyz')).status).toBe(200)
    const holder = await world.signIn(tenant.holder)
    const cookie = [...holder.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    expect((await ask('/api/v1/session', { headers: { cookie } })).status).toBe(200)
    await end(first.child, 'SIGKILL')

    await ready(start(environment(port)))
    const session = await ask('/api/v1/session', { headers: { cookie } })
    expect(await session.json()).toMatchObject({ user: { email: tenant.holder.email } })
    const users = await ask('/api/v1/users', { headers: { cookie } })
    expect(users.status).toBe(200)
  })

  it('stops in an orderly way when it is told to', async () => {
    const started = start(environment(await freePort()))
    await ready(started)
    expect(await end(started.child, 'SIGTERM')).toBe(0)
  })

  it('goes when the process that started it is gone, however it went', async () => {
    const { child, output } = start(environment(await freePort()))
    await ready({ child, output })
    const gone = once(child, 'exit')
    child.disconnect()
    expect(await gone).toEqual([0, null])
  })

  it('says which port is in use', async () => {
    const port = await freePort()
    await ready(start(environment(port)))
    const second = start(environment(port))
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

  it("refuses in production what is fine on one's own machine, and prints no secret (OPS-01)", async () => {
    const secret = 'development-only-role-secret-0000000000'
    const key = randomBytes(32).toString('base64')
    const env = {
      ...environment(3000),
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
