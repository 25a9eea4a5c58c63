import type { ProblemCode } from '@keyholder/domain'
import { counterKey, LIMITS, type LimitName } from '@keyholder/domain'
import { Prisma, type SignInDb, type Tx } from '@keyholder/prisma'
import { Problem } from './problem.ts'

export type Counted = { name: LimitName; parts: readonly string[] }
type Way = Pick<SignInDb, 'statement'> | Pick<Tx, '$queryRaw'>

/**
 * Counts one try against every limit named, in one statement, over all processes: increment first, then compare.
 * @returns null when it may go on, else the seconds to wait
 */
export async function countTry(way: Way, now: Date, tries: readonly Counted[]): Promise<number | null> {
  const takes = tries.flatMap(({ name, parts }) =>
    LIMITS[name].map(
      ({ limit, windowSeconds }) =>
        Prisma.sql`throttle_take(${counterKey(name, ...parts, String(windowSeconds))}, ${limit}::integer, ${windowSeconds}::integer, ${now}::timestamptz)`,
    ),
  )
  const sql = Prisma.sql`SELECT greatest(${Prisma.join(takes)}) AS "until"`
  const [row] =
    'statement' in way
      ? await way.statement<{ until: Date | null }>(sql)
      : await way.$queryRaw<{ until: Date | null }[]>(sql)
  if (!row?.until) return null
  return Math.max(1, Math.ceil((row.until.getTime() - now.getTime()) / 1000))
}

/** As `countTry`, for where the only answer to too many is a refusal. */
export async function requireTry(way: Way, now: Date, tries: readonly Counted[], code: ProblemCode): Promise<void> {
  const retryAfterSeconds = await countTry(way, now, tries)
  if (retryAfterSeconds !== null) throw new Problem(code, { retryAfterSeconds })
}

/** Begins a count anew: for whoever has shown in full that they are no guesser. */
export async function clearCount(tx: Tx, { name, parts }: Counted): Promise<void> {
  await tx.throttleCounter.deleteMany({ where: { key: { startsWith: `${counterKey(name, ...parts)}|` } } })
}
