import { Prisma, type Tx } from '@keyholder/prisma'
import type { Platform } from '../context.ts'

/** Kept short, so that nobody waits for a lock of ours. */
const ROWS_AT_ONCE = 1000
/** The rest can wait for the next minute. */
const BATCHES_PER_SWEEP = 50

const DAY_MILLISECONDS = 86_400_000

/**
 * What is cleared away, and from when on. Nobody would miss it at once: whoever reads these tables compares with the clock.
 * A link is kept for a while, so that an old mail can still be explained; so is the record of what was sent.
 */
const RETENTION_RULES: readonly Dust[] = [
  { table: Prisma.sql`sign_in_attempts`, expiry: Prisma.sql`expires_at`, keptDays: 0 },
  { table: Prisma.sql`sessions`, expiry: Prisma.sql`ends_at`, keptDays: 0 },
  { table: Prisma.sql`throttle_counters`, expiry: Prisma.sql`window_ends_at`, keptDays: 0 },
  { table: Prisma.sql`factors`, expiry: Prisma.sql`expires_at`, keptDays: 0, only: Prisma.sql`state = 'pending'` },
  // What expired is told apart from what was never sent, for a while.
  { table: Prisma.sql`one_time_codes`, expiry: Prisma.sql`expires_at`, keptDays: 1 },
  { table: Prisma.sql`passkey_challenges`, expiry: Prisma.sql`expires_at`, keptDays: 0 },
  { table: Prisma.sql`support_codes`, expiry: Prisma.sql`expires_at`, keptDays: 0 },
  { table: Prisma.sql`known_devices`, expiry: Prisma.sql`last_at`, keptDays: 400 },
  { table: Prisma.sql`links`, expiry: Prisma.sql`expires_at`, keptDays: 30 },
  { table: Prisma.sql`messages`, expiry: Prisma.sql`next_try_at`, keptDays: 90, only: Prisma.sql`state <> 'waiting'` },
]

type Dust = { table: Prisma.Sql; expiry: Prisma.Sql; keptDays: number; only?: Prisma.Sql }

/**
 * Deletes what has expired, in bounded batches, each a transaction of its own under a lock that one process has at a time.
 * @returns how many rows went
 */
export async function sweep(
  { database, clock }: Pick<Platform, 'database' | 'clock'>,
  stopping: AbortSignal = new AbortController().signal,
): Promise<number> {
  const now = clock.now()
  let swept = 0
  for (const dust of RETENTION_RULES) {
    for (let batch = 0; batch < BATCHES_PER_SWEEP && !stopping.aborted; batch++) {
      const rows = await database.worker.write((tx) => sweepBatch(tx, dust, now))
      swept += rows
      if (rows < ROWS_AT_ONCE) break
    }
  }
  return swept
}

const SWEEP_LOCK = 7_210_002 // Any number, the same everywhere.
type Lock = { isOurs: boolean }

async function sweepBatch(
  tx: Tx,
  { table, expiry, keptDays, only = Prisma.sql`true` }: Dust,
  now: Date,
): Promise<number> {
  const [lock] = await tx.$queryRaw<Lock[]>`SELECT pg_try_advisory_xact_lock(${SWEEP_LOCK}::bigint) AS "isOurs"`
  if (!lock?.isOurs) return 0
  const until = new Date(now.getTime() - keptDays * DAY_MILLISECONDS)
  // By the moment and not by the id: the worker reads no ids, and the index on the moment serves both halves.
  return tx.$executeRaw`
    DELETE FROM ${table} WHERE ${only} AND ${expiry} <= (
      SELECT max(expiry) FROM (
        SELECT ${expiry} AS expiry FROM ${table} WHERE ${only} AND ${expiry} <= ${until}::timestamptz
        ORDER BY ${expiry} LIMIT ${ROWS_AT_ONCE}::integer
      ) oldest
    )`
}
