import type { ProblemCode } from '@keyholder/domain'
import { counterKey, LIMITS, type Limit, type LimitName } from '@keyholder/domain'
import { Prisma, type Queryable, type Tx } from '@keyholder/prisma'
import { Problem } from '../../problem.ts'

export type Counted = {
  name: LimitName
  parts: readonly string[]
  /** Where the configuration says otherwise than LIMITS. */
  limits?: readonly Limit[]
}

/**
 * Counts one try against the limits named, in one statement, over all processes: increment first, then compare. The first
 * that is used up decides, and those behind it are not counted: what is refused by the hour does not use up the day, and who
 * is refused by where they come from does not use up the tries of whoever they ask for.
 * @returns null when it may go on, else the seconds to wait
 */
export async function countAttempt(db: Queryable, now: Date, tries: readonly Counted[]): Promise<number | null> {
  const [wait] = await countEach(db, now, [tries])
  return wait ?? null
}

/** As `countAttempt`, for several tries that have nothing to do with one another. Give them in one order everywhere: each is a lock. */
export async function countEach(
  db: Queryable,
  now: Date,
  each: readonly (readonly Counted[])[],
): Promise<(number | null)[]> {
  const rows = each.map((tries, at) => Prisma.sql`(${at}::integer, coalesce(${Prisma.join(hitsOf(tries, now))}))`)
  const sql = Prisma.sql`SELECT "until" FROM (VALUES ${Prisma.join(rows)}) AS counted(at, "until") ORDER BY at`
  const counted = await db.query<{ until: Date | null }>(sql)
  return counted.map(({ until }) => until && Math.max(1, Math.ceil((until.getTime() - now.getTime()) / 1000)))
}

/** As `countAttempt`, and says which limit was used up. */
export async function countNamed(
  db: Queryable,
  now: Date,
  tries: readonly Counted[],
): Promise<{ name: LimitName; retryAfterSeconds: number } | null> {
  // The name stands before the seconds, and nothing stands where nothing was used up.
  const named = tries.flatMap((tried) =>
    hitsOf([tried], now).map(
      (take) => Prisma.sql`${tried.name}::text || ' ' || ceil(extract(epoch FROM ${take} - ${now}::timestamptz))`,
    ),
  )
  const [row] = await db.query<{ first: string | null }>(Prisma.sql`SELECT coalesce(${Prisma.join(named)}) AS first`)
  const usedUp = tries.find(({ name }) => row?.first?.startsWith(`${name} `))
  if (!usedUp) return null
  return { name: usedUp.name, retryAfterSeconds: Math.max(1, Number(row?.first?.split(' ')[1])) }
}

function hitsOf(tries: readonly Counted[], now: Date): Prisma.Sql[] {
  return tries.flatMap(({ name, parts, limits = LIMITS[name] }) =>
    limits.map(({ limit, windowSeconds }) => {
      const key = counterKey(name, ...parts, String(windowSeconds))
      return Prisma.sql`throttle_hit(${key}, ${limit}::integer, ${windowSeconds}::integer, ${now}::timestamptz)`
    }),
  )
}

/** As `countAttempt`, for where the only answer to too many is a refusal. */
export async function requireTry(
  db: Queryable,
  now: Date,
  tries: readonly Counted[],
  code: ProblemCode,
): Promise<void> {
  const retryAfterSeconds = await countAttempt(db, now, tries)
  if (retryAfterSeconds !== null) throw new Problem(code, { retryAfterSeconds })
}

/** Begins a count anew: for whoever has shown in full that they are no guesser. */
export async function clearCount(tx: Tx, { name, parts }: Counted): Promise<void> {
  await tx.throttleCounter.deleteMany({ where: { key: { startsWith: `${counterKey(name, ...parts)}|` } } })
}
