import { Client } from 'pg'
import { migrationNames } from './schema-folder.ts'

/**
 * The names of the migrations that this database has not had, in order: none when the schema is the one this code
 * expects. One short query: fit for a readiness check.
 * @param url a role that may SELECT migration_name, finished_at and rolled_back_at of _prisma_migrations
 * @param folder where migrations/ is
 */
export async function pendingMigrations(url: string, folder: string = import.meta.dirname): Promise<string[]> {
  const [names, applied] = await Promise.all([migrationNames(folder), readApplied(url)])
  return names.filter((name) => !applied.has(name))
}

async function readApplied(url: string) {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 3000, query_timeout: 3000 })
  client.on('error', () => {}) // The query that is under way reports it.
  try {
    await client.connect()
    const { rows } = await client.query<{ name: string }>(
      'SELECT migration_name AS name FROM public._prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL',
    )
    return new Set(rows.map((row) => row.name))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === UNDEFINED_TABLE) return new Set<string>()
    throw error
  } finally {
    await client.end()
  }
}

const UNDEFINED_TABLE = '42P01'
