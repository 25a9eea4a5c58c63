import type { Tx } from '@keyholder/prisma'
import type { World } from './world.ts'

/**
 * Starts calls that all change one membership: each once the one before it waits for the row, which is held here. Then lets
 * them go, in that order. What each of them read before is old by the time it writes.
 */
export async function queueAt<T>(
  world: World,
  membershipId: string,
  calls: readonly (() => Promise<T>)[],
): Promise<T[]> {
  const running: Promise<T>[] = []
  let settled = 0
  await world.asOwner(async (tx) => {
    await tx.$queryRaw`SELECT FROM memberships WHERE id = ${membershipId}::uuid FOR UPDATE`
    for (const call of calls) {
      running.push(
        call().finally(() => {
          settled += 1
        }),
      )
      // One that did not have to wait is for the test to find out.
      while (settled === 0 && (await countWaiting(tx)) < running.length);
    }
  })
  return Promise.all(running)
}

/** Connections of this database that wait for a lock: whoever waits for a row holds a lock on its table. */
export async function countWaiting(tx: Pick<Tx, '$queryRaw'>): Promise<number> {
  const [row] = await tx.$queryRaw<{ count: number }[]>`
    SELECT count(DISTINCT l.pid)::int AS count FROM pg_locks l JOIN pg_locks held ON held.pid = l.pid
    WHERE NOT l.granted AND held.granted AND held.database = (SELECT oid FROM pg_database WHERE datname = current_database())`
  return row?.count ?? 0
}
