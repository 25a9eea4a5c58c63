import type { Pool, PoolClient } from 'pg'
import { describeSqlError } from './describe-sql-error.ts'
import { inTransaction } from './in-transaction.ts'
import type { RunScript } from './schema-engine.ts'
import type { Migration } from './schema-folder.ts'

/**
 * Runs the scripts that the schema engine asks for. That of a migration runs in one transaction together with the mark
 * that it is done, so that a kill at any moment leaves both or neither.
 */
export function migrationScripts(migrations: Migration[]): { run: RunScript; failure(): Error | null } {
  const scripts = new Set(migrations.map(({ sql }) => sql))
  let failure: Error | null = null
  return {
    run: async (pool, sql) => {
      if (!scripts.has(sql)) return void (await pool.query(sql))
      failure = await runMigration(pool, sql).then(noFailure, toError)
      if (failure) throw failure
    },
    failure: () => failure,
  }
}

function runMigration(pool: Pool, sql: string) {
  return inTransaction(pool, async (client) => {
    const name = await markFinished(client)
    await runScript(client, { name, sql })
  })
}

/** Marks the migration that the engine has entered as begun. Only one can be: the runner holds the lock. */
async function markFinished(client: PoolClient) {
  const { rows } = await client.query<{ name: string }>(
    `UPDATE public._prisma_migrations SET finished_at = now()
     WHERE finished_at IS NULL AND rolled_back_at IS NULL RETURNING migration_name AS name`,
  )
  if (rows.length !== 1) throw new Error('Another migration ran at the same time. Run the command again.')
  return rows[0]!.name
}

async function runScript(client: PoolClient, { name, sql }: Migration) {
  // Waiting long for a table would make every request behind it wait too.
  await client.query(`SET LOCAL lock_timeout = '10s'`)
  try {
    await client.query(sql)
  } catch (error) {
    const said = describeSqlError(error, { sql, file: 'migration.sql' })
    throw new Error(`The migration ${name} failed and left nothing behind: ${said}`, { cause: error })
  }
}

const noFailure = () => null
const toError = (error: unknown) => (error instanceof Error ? error : new Error(String(error)))
