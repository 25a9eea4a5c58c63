import { randomBytes } from 'node:crypto'
import { FACTOR_KINDS } from '@keyholder/domain'
import { type Owner, openOwner } from '@keyholder/prisma/owner'
import { cloneDatabase, type TestCluster } from '@keyholder/prisma/test-database'
import { readConfig } from '../../config/read-config.ts'
import type { Platform } from '../../context.ts'
import { createPlatform } from '../../create-platform.ts'
import { createPerson } from '../../identity/members/create-person.ts'
import { type CreatedTenant, createTenant } from '../../identity/tenants/create-tenant.ts'
import { PLATFORM } from '../../identity/tenants/platform-tenant.ts'
import { endServer, freePort, serverReady, startServer } from '../server-process.ts'

export const ATTACK_PASSWORD = 'zeven blauwe fietsen'

/** Everything is allowed, so that everything can be attacked. */
const POLICY = { allowed: [...FACTOR_KINDS], passkeyAlone: true, idleMinutes: 30, absoluteHours: 12, passwordMin: 8 }

export type Victim = { tenantId: string; userId: string; membershipId: string; email: string }
export type AttackSetup = {
  /** Two processes of the real application on one database, over real HTTP. */
  ports: readonly [number, number]
  /** The one public address; both processes answer to it. */
  origin: string
  /** The same keys as those processes: what they keep can be made and read here. */
  platform: Platform
  owner: Owner
  tenant: CreatedTenant
  holder: Victim
  addVictim(email: string): Promise<Victim>
  close(): Promise<void>
}

/** Two real processes and a database with one organisation, to be attacked. */
export async function openAttackSetup(cluster: TestCluster): Promise<AttackSetup> {
  const database = await cloneDatabase(cluster)
  const owner = openOwner(database.ownerUrl)
  const ports = [await freePort(), await freePort()] as const
  const env = {
    PUBLIC_URL: 'http://localhost:3000',
    DATABASE_URL: database.databaseUrl,
    DATABASE_ROLE_SECRET: database.roleSecret,
    KEYS: `k1:${randomBytes(32).toString('base64')}`,
    SMTP_URL: 'smtp://127.0.0.1:1',
    MAIL_FROM: 'Keyholder <noreply@example.nl>',
    // Each request says where it comes from, so that no limit by source stands before the one that is tested.
    TRUSTED_PROXIES: '127.0.0.1',
    REQUESTS_PER_MINUTE: '1000000',
    PAGES_DIRECTORY: import.meta.dirname,
  }
  const platform = createPlatform(readConfig(env))
  const { clock, passwords } = platform
  const maker = () => ({ platform, now: clock.now() })
  const passwordHash = await passwords.hash(ATTACK_PASSWORD)
  const email = 'holder@example.nl'
  const [tenant, holderIds] = await owner.run(async (tx) => {
    await createTenant(tx, maker(), PLATFORM)
    const made = await createTenant(tx, maker(), { name: 'De Arena', package: 'institution', seats: 9999 })
    const holder = { name: 'Holder', email, language: 'nl', role: 'holder', passwordHash } as const
    await tx.policy.create({
      data: { ...POLICY, tenantId: made.tenantId, changedAt: clock.now() },
      select: { tenantId: true },
    })
    return [made, await createPerson(tx, maker(), made, holder)] as const
  })
  const servers = ports.map((port) => startServer({ ...env, PORT: String(port) }))
  await Promise.all(servers.map(serverReady))
  return {
    ports,
    origin: env.PUBLIC_URL,
    platform,
    owner,
    tenant,
    holder: { ...holderIds, email, tenantId: tenant.tenantId },
    addVictim: async (email) => {
      const person = { name: email, email, language: 'nl', role: 'reader', passwordHash } as const
      const ids = await owner.run((tx) => createPerson(tx, maker(), tenant, person))
      return { ...ids, email, tenantId: tenant.tenantId }
    },
    close: async () => {
      await Promise.all(servers.map((server) => endServer(server, 'SIGKILL')))
      await owner.close()
      await platform.database.close()
      await database.drop()
    },
  }
}
