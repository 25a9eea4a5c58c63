import { PrismaPg } from '@prisma/adapter-pg'
import { PrismaClient } from './generated/client.ts'
import { pendingMigrations } from './pending-migrations.ts'
import { type Queryable, type Tx, withQuery } from './queryable.ts'
import { type Role, roleUrl } from './roles.ts'
import { isTransient } from './sql-state.ts'

/** A way into the database. Every piece of work is one transaction, whole or not at all. */
export type Db = {
  /** Runs `work` in a transaction that cannot write. */
  read<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  /**
   * Runs `work` in a transaction. Work that lost to another (deadlock, serialisation) is done again, three times at most:
   * it must not act on the outside world.
   */
  write<T>(work: (tx: Tx) => Promise<T>): Promise<T>
}

/** Signing in happens before there is a tenant. Its hot paths are single statements, without a transaction around them. */
export type SignInDb = Db & Queryable

export type Database = {
  /** Everything in here is the one organisation's; row-level security stands behind it. */
  forTenant(tenantId: string): Db
  /** The log of one organisation, which this role can only read. */
  auditOf(tenantId: string): Db
  signIn: SignInDb
  operator: Db
  worker: Db
  /** The migrations that this build needs and the database has not had. */
  pendingMigrations(): Promise<string[]>
  close(): Promise<void>
}

type Connection = {
  /** Where the database is: `postgresql://host:port/name`. User and password are those of each role. */
  databaseUrl: string
  roleSecret: string
  /** Connections that each role may hold in this process. */
  poolSize?: number
}

const RETRIES = 3
// FLT-04: a statement 5 s, a lock 2 s, a wait for a connection 3 s.
const LIMITS = '-c statement_timeout=5000 -c lock_timeout=2000 -c idle_in_transaction_session_timeout=10000'
const WAIT = { maxWait: 3000, timeout: 8000 }

/** Opens a pool for each database role. Connections are made when they are first needed. */
export function connect({ databaseUrl, roleSecret, poolSize = 8 }: Connection): Database {
  const clients: PrismaClient[] = []
  const open = (role: Role, max: number) => {
    const adapter = new PrismaPg({
      connectionString: roleUrl(databaseUrl, roleSecret, role),
      max,
      connectionTimeoutMillis: 3000,
      idleTimeoutMillis: 30_000,
      application_name: role,
      options: LIMITS,
    })
    const client = new PrismaClient({ adapter, transactionOptions: WAIT })
    clients.push(client)
    return client
  }
  const tenant = open('keyholder_tenant', poolSize)
  const signIn = open('keyholder_signin', poolSize)
  const operator = open('keyholder_operator', 2)
  const worker = open('keyholder_worker', 3)
  const audit = open('keyholder_audit', 3)
  return {
    forTenant: (tenantId) => db(tenant, tenantId),
    auditOf: (tenantId) => db(audit, tenantId),
    signIn: { ...db(signIn, null), query: (sql) => signIn.$queryRaw(sql) },
    operator: db(operator, null),
    worker: db(worker, null),
    pendingMigrations: () => pendingMigrations(roleUrl(databaseUrl, roleSecret, 'keyholder_signin')),
    close: async () => {
      await Promise.all(clients.map((client) => client.$disconnect()))
    },
  }
}

function db(client: PrismaClient, tenantId: string | null): Db {
  const transaction = <T>(mode: 'read only' | 'read write', work: (tx: Tx) => Promise<T>) =>
    client.$transaction(async (tx) => {
      await tx.$queryRaw`SELECT set_config('app.tenant_id', ${tenantId ?? ''}, true), set_config('transaction_read_only', ${mode === 'read only' ? 'on' : 'off'}, true)`
      return work(withQuery(tx))
    })
  return {
    read: (work) => transaction('read only', work),
    write: async (work) => {
      for (let left = RETRIES; ; left--) {
        try {
          return await transaction('read write', work)
        } catch (error) {
          if (left === 0 || !isTransient(error)) throw error
        }
      }
    },
  }
}

export { Prisma } from './generated/client.ts'
export type { Queryable, Tx } from './queryable.ts'
export { isUnavailable, sqlState } from './sql-state.ts'
