import { randomBytes } from 'node:crypto'
import type { BuiltInRole, PackageKind } from '@keyholder/domain'
import { type Owner, openOwner } from '@keyholder/prisma/owner'
import { cloneDatabase } from '@keyholder/prisma/test-database'
import type {} from '@keyholder/prisma/test-global-setup'
import { inject } from 'vitest'
import { createApp } from '../app.ts'
import { createPlatform } from '../create-platform.ts'
import { createPerson } from '../identity/members/create-person.ts'
import { type CreatedTenant, createTenant } from '../identity/tenants/create-tenant.ts'
import { PLATFORM } from '../identity/tenants/platform-tenant.ts'
import { createFakeClock, seconds } from '../platform/clock.fake.ts'
import { deriveRing, parseKeyRing } from '../platform/key-ring.ts'
import { createPasswordHasher } from '../platform/password-hash.ts'
import type { Settings } from '../settings.ts'
import { type Caller, createCaller } from './caller.ts'
import { codeAt } from './phone.ts'
import { watchLaws } from './watch-laws.ts'

export const PASSWORD = 'zeven blauwe fietsen'

export type Tenant = CreatedTenant & { name: string; holder: Person }
export type Person = {
  name: string
  email: string
  membershipId: string
  userId: string
  tenantId: string
  secret: string | null
}
export type SignedIn = Caller & { person: Person }

const SETTINGS: Settings = {
  publicUrl: 'http://localhost:3000',
  serviceName: 'Keyholder',
  requestsPerMinute: 1_000_000,
  trustedProxies: [],
  metricsToken: null,
  sms: { countries: ['NL', 'BE', 'DE'], perDay: 5000, perDayPerCountry: 3000 },
  smsReports: null,
  pagesDirectory: null,
  // Set TEST_LOG=error to see why a request failed.
  logLevel: process.env.TEST_LOG === 'error' ? 'error' : 'silent',
}

let sources = 0
function newIp(): string {
  sources += 1
  return `2001:db8:${sources.toString(16)}::1`
}

/** The least that argon2 takes: a thousand sign-ins of tests need not each take a core for 20 ms. */
const QUICK = { memoryCost: 1024, timeCost: 2, parallelism: 1 }

/** What a world has that others do not. */
export type Wanted = { settings?: Partial<Settings>; hashing?: 'quick' | 'as in production' }

/**
 * The application on a database of its own, with a clock that stands still until it is moved. Real PostgreSQL, real
 * routing; what a test needs of people is made the way people make it. Passwords are hashed as ever, but quickly: a test that is
 * about what hashing costs asks for the parameters of production.
 */
export async function createWorld({ settings = {}, hashing = 'quick' }: Wanted = {}) {
  const database = await cloneDatabase(inject('testCluster'))
  const owner: Owner = openOwner(database.ownerUrl)
  const clock = createFakeClock()
  const keyText = `k1:${randomBytes(32).toString('base64')}`
  const keys = parseKeyRing(keyText)
  const { databaseUrl, roleSecret: databaseRoleSecret } = database
  const config = { databaseUrl, databaseRoleSecret, databasePoolSize: 8, keys, settings: { ...SETTINGS, ...settings } }
  const makePlatform = () => {
    const made = createPlatform(config, clock)
    if (hashing === 'as in production') return made
    const pepper = deriveRing(keys, 'password-pepper')
    return { ...made, passwords: createPasswordHasher({ pepper, parameters: QUICK }) }
  }
  const platform = makePlatform()
  const { passwords } = platform
  const app = await createApp(platform)
  const laws = watchLaws(app)
  await app.ready()
  const passwordHash = await passwords.hash(PASSWORD)
  const origin = platform.settings.publicUrl
  const maker = () => ({ platform, now: clock.now() })
  let people = 0

  const addPerson = async (
    made: CreatedTenant,
    role: BuiltInRole,
    more: { name?: string; email?: string } = {},
  ): Promise<Person> => {
    people += 1
    const name = more.name ?? `${role} ${people}`
    const email = more.email ?? `${role}${people}@example.nl`
    const ids = await owner.run((tx) =>
      createPerson(tx, maker(), made, { name, email, language: 'nl', role, passwordHash }),
    )
    return { ...ids, name, email, tenantId: made.tenantId, secret: null }
  }

  /** An organisation with its package holder. */
  const addTenant = async (name: string, more: { package?: PackageKind; seats?: number } = {}): Promise<Tenant> => {
    const kind = more.package ?? 'institution'
    people += 1
    const holderName = `Holder of ${name}`
    const email = `holder${people}@example.nl`
    const [made, ids] = await owner.run(async (tx) => {
      const seats = more.seats ?? (kind === 'institution' ? 50 : 1)
      const tenant = await createTenant(tx, maker(), { name, package: kind, seats })
      const holder = { name: holderName, email, language: 'nl', role: 'holder', passwordHash } as const
      return [tenant, await createPerson(tx, maker(), tenant, holder)] as const
    })
    return { ...made, name, holder: { ...ids, name: holderName, email, tenantId: made.tenantId, secret: null } }
  }

  const visitor = (ip?: string) => createCaller(app, { origin, ...(ip ? { ip } : {}) })
  const stranger = () => visitor(newIp())

  /** The code that the person's app shows now. Moves the clock one step on first, so that it is one that was not used yet. */
  const nextCode = async (person: Person): Promise<string> => {
    clock.advance(seconds(30))
    if (!person.secret) throw new Error(`${person.name} has no authenticator.`)
    return codeAt(person.secret, clock.now())
  }

  /** Proves the password; what follows is the caller's. */
  const withPassword = async ({ email }: Person, caller = stranger()) => {
    const { step } = await caller.api.signIn.password({ body: { email, password: PASSWORD } })
    return { caller, step }
  }

  /** Signs in as people do: password, then the code; the first time with linking the app and keeping the recovery code. */
  const signIn = async (person: Person, caller: Caller = stranger(), password = PASSWORD): Promise<SignedIn> => {
    const { step } = await caller.api.signIn.password({ body: { email: person.email, password } })
    if (step === 'enroll') {
      const { secret } = await caller.api.signIn.startEnrollment()
      person.secret = secret
      await caller.api.signIn.confirmEnrollment({ body: { code: await nextCode(person) } })
      await caller.api.signIn.keepRecoveryCode({ body: { kept: true } })
    } else {
      await caller.api.signIn.authenticator({ body: { code: await nextCode(person) } })
    }
    return { ...caller, person }
  }

  /** Shows the second step once more, for what is sensitive. */
  const stepUp = async ({ api, person }: SignedIn): Promise<void> => {
    await api.session.stepUp({ body: { code: await nextCode(person) } })
  }

  /** An organisation with its package holder signed in. */
  const withHolder = async (name: string, more?: Parameters<typeof addTenant>[1]) => {
    const tenant = await addTenant(name, more)
    return { tenant, holder: await signIn(tenant.holder) }
  }

  /** Another process on the same database: memory, connections and hashing of its own; the same keys and the same time. */
  const secondApp = async () => {
    const other = makePlatform()
    const second = await createApp(other)
    await second.ready()
    const visitorThere = (ip?: string) => createCaller(second, { origin, ...(ip ? { ip } : {}) })
    return {
      app: second,
      visitor: visitorThere,
      stranger: () => visitorThere(newIp()),
      close: async () => {
        await second.close()
        await other.database.close()
      },
    }
  }

  // What happens before anybody is recognised is in the platform's log, so the platform is there from the beginning.
  const platformTenant = await owner.run((tx) => createTenant(tx, maker(), PLATFORM))

  return {
    app,
    platform,
    clock,
    origin,
    /** What another process needs to serve the same. */
    connection: { databaseUrl, databaseRoleSecret, keys: keyText },
    platformTenant,
    ownerUrl: database.ownerUrl,
    addTenant,
    addPerson,
    visitor,
    /** A visitor at an address of their own: what is counted by source in real minutes is another test's. */
    stranger,
    nextCode,
    withPassword,
    signIn,
    stepUp,
    withHolder,
    secondApp,
    /** Runs SQL-level questions as the owner: what is really in the tables. */
    asOwner: owner.run,
    async close() {
      await laws.judge(owner.run)
      await owner.close()
      await app.close()
      await platform.database.close()
      await database.drop()
    },
  }
}

export type World = Awaited<ReturnType<typeof createWorld>>
