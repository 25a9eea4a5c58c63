import { randomBytes } from 'node:crypto'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startMailbox } from '@keyholder/mailbox'
import { type Embedded, startEmbedded } from '@keyholder/prisma/embedded'
import { migrate } from '@keyholder/prisma/migrate'
import { asOwner } from '@keyholder/prisma/owner'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Platform } from '../context.ts'
import { createPlatform } from '../create-platform.ts'
import { createPerson } from '../identity/members/create-person.ts'
import { createTenant } from '../identity/tenants/create-tenant.ts'
import { PLATFORM } from '../identity/tenants/platform-tenant.ts'
import { createFakeClock, minutes } from '../platform/clock.fake.ts'
import { parseKeyRing } from '../platform/key-ring.ts'
import { QUIET, transportTo } from '../testing/outbox-harness.ts'
import { deliverDue } from './deliver-due.ts'
import { enqueue } from './enqueue.ts'
import { startOutbox } from './start-outbox.ts'

const clock = createFakeClock()
const roleSecret = randomBytes(32).toString('base64url')
let parent: string
let server: Embedded
let mailbox: Awaited<ReturnType<typeof startMailbox>>
let platform: Platform
let reader: { tenantId: string; membershipId: string }

// A server of its own, since it is stopped under way.
beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), 'keyholder-away-'))
  await chmod(parent, 0o755) // PostgreSQL may have to run as another user.
  server = await startDatabase(0)
  await migrate({ ownerUrl: server.ownerUrl(), roleSecret })
  mailbox = await startMailbox({ smtpPort: 0, httpPort: 0 })
  platform = createPlatform(
    {
      databaseUrl: `postgresql://127.0.0.1:${server.port}/keyholder`,
      databaseRoleSecret: roleSecret,
      databasePoolSize: 2,
      keys: parseKeyRing(`k1:${randomBytes(32).toString('base64')}`),
      settings: SETTINGS,
    },
    clock,
  )
  reader = await asOwner(server.ownerUrl(), async (tx) => {
    const maker = () => ({ platform, now: clock.now() })
    const made = await createTenant(tx, maker(), PLATFORM)
    const person = {
      name: 'Jan',
      email: 'jan@example.nl',
      language: 'nl',
      role: 'operator',
      passwordHash: 'x',
    } as const
    const { membershipId } = await createPerson(tx, maker(), made, person)
    return { tenantId: made.tenantId, membershipId }
  })
})
afterAll(async () => {
  await platform.database.close()
  await mailbox.stop()
  await server.stop()
  await rm(parent, { recursive: true, force: true })
})

const SETTINGS = {
  publicUrl: 'http://localhost:3000',
  serviceName: 'Keyholder',
  requestsPerMinute: 1000,
  trustedProxies: [],
  metricsToken: null,
  sms: null,
  smsReports: null,
  pagesDirectory: null,
  logLevel: 'silent',
} as const

const startDatabase = (port: number) => startEmbedded({ directory: join(parent, 'data'), port, durable: false })
const post = () =>
  platform.database.signIn.write((tx) =>
    enqueue(
      tx,
      { platform, now: clock.now() },
      { ...reader, template: 'password-changed', data: { at: clock.now().toISOString(), byLink: true } },
    ),
  )
const states = () => asOwner(server.ownerUrl(), (tx) => tx.message.findMany({ select: { state: true } }))
async function received(): Promise<number> {
  const answer = await fetch(`http://127.0.0.1:${mailbox.httpPort}/api/v1/messages`)
  const { total }: { total: number } = JSON.parse(await answer.text())
  return total
}

describe('while the database is away', () => {
  it('the outbox says so once and tries on; when it is back, what waits goes out (FLT-01)', async () => {
    const lines: string[] = []
    const [away, back, sent] = [0, 1, 2].map(() => Promise.withResolvers<void>())
    const transport = transportTo(mailbox.smtpPort)
    const outbox = startOutbox({
      platform,
      mail: { send: (mail) => transport.send(mail).finally(() => sent?.resolve()) },
      sms: null,
      log: {
        ...QUIET,
        error: (_fields, sentence) => {
          lines.push(sentence)
          away?.resolve()
        },
        info: (_fields, sentence) => {
          lines.push(sentence)
          back?.resolve()
        },
      },
    })
    const { port } = server
    await server.stop()
    await away?.promise
    server = await startDatabase(port)
    await back?.promise
    await post()
    await sent?.promise
    await outbox.stop()
    expect(lines).toEqual(['The chore fails; it is tried until it works again.', 'The chore works again.'])
    expect(await states()).toEqual([{ state: 'sent' }])
    expect(await received()).toBe(1)
  })

  it('a mail that the relay took is remembered until that can be kept, and does not go twice (FLT-11)', async () => {
    const failed = Promise.withResolvers<void>()
    const { worker } = platform.database
    const watched: typeof worker = {
      ...worker,
      write: async (work) => {
        try {
          return await worker.write(work)
        } catch (error) {
          failed.resolve()
          throw error
        }
      },
    }
    const { port } = server
    const transport = transportTo(mailbox.smtpPort)
    const outbox = {
      platform: { ...platform, database: { ...platform.database, worker: watched } },
      mail: { send: (mail: Parameters<typeof transport.send>[0]) => transport.send(mail).finally(() => server.stop()) },
      sms: null,
      log: QUIET,
    }
    await post()
    const before = await received()
    const delivering = deliverDue(outbox)
    await failed.promise
    server = await startDatabase(port)
    expect(await delivering).toBe(1)
    clock.advance(minutes(2))
    expect(await deliverDue(outbox)).toBe(0)
    expect(await received()).toBe(before + 1)
    expect((await states()).every(({ state }) => state === 'sent')).toBe(true)
  })
})
