import type { FastifyReply } from 'fastify'
import type { App } from './edge.ts'

// Clocks further apart than this and codes are judged wrongly (FLT-14).
const MOST_SKEW_SECONDS = 30

/** Something that must work before this process is given requests; `check` rejects when it does not. */
export type Need = { trouble: string; check(): Promise<unknown> }

/**
 * `/livez`: the loop turns. `/readyz`: the database answers, has the schema that this build knows and agrees on the time, and
 * whatever else the application needs works.
 */
export function registerHealth(app: App, needs: readonly Need[]): void {
  app.get('/livez', async () => ({ status: 'alive' }))
  app.get('/readyz', async (_, reply) => sendReadiness(reply, await troubles(app, needs)))
}

function sendReadiness(reply: FastifyReply, found: string[]) {
  if (found.length === 0) return { status: 'ready' }
  return reply.code(503).header('retry-after', '3').send({ status: 'not ready', troubles: found })
}

async function troubles(app: App, needs: readonly Need[]): Promise<string[]> {
  const { database, clock } = app.edge.platform
  try {
    const [row] = await database.signIn.read((tx) => tx.$queryRaw<{ now: Date }[]>`SELECT clock_timestamp() AS now`)
    const skew = Math.abs((row?.now.getTime() ?? 0) - clock.now().getTime()) / 1000
    const pending = await database.pendingMigrations()
    return [
      ...(skew > MOST_SKEW_SECONDS ? ['The clock of this machine and that of the database differ.'] : []),
      ...(pending.length > 0 ? ['The database has not been migrated to this version.'] : await failing(needs)),
    ]
  } catch {
    return ['The database does not answer.']
  }
}

async function failing(needs: readonly Need[]): Promise<string[]> {
  const results = await Promise.allSettled(needs.map(({ check }) => check()))
  return needs.filter((_, index) => results[index]?.status === 'rejected').map(({ trouble }) => trouble)
}
