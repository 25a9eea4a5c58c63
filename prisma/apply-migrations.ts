import type { MigrationList, SchemaEngine } from '@prisma/schema-engine-wasm/schema_engine_bg'
import type { Pool } from 'pg'
import { migrationScripts } from './migration-script.ts'
import { ensureRoles } from './roles.ts'
import { withSchemaEngine } from './schema-engine.ts'
import { migrationList, readMigrations, readSchema, WHOLE_SCHEMA } from './schema-folder.ts'

export interface MigrateOptions {
  /** The URL of the role that owns the database; it may also make roles (CREATEROLE). */
  ownerUrl: string
  /** DATABASE_ROLE_SECRET, at least 32 characters. */
  roleSecret: string
  /** Where schema.prisma and migrations/ are; the package's own when not given. */
  folder?: string
}

/**
 * Brings a database to the schema of this code: makes the login roles, then applies the migrations that are missing,
 * each in one transaction together with its mark in `_prisma_migrations`. Of several at once one works and the others
 * wait. After a failure or a kill at any moment: run it again.
 * @returns the names of the migrations it applied
 * @throws Error when a migration fails or an applied one was changed, with what to do
 */
export async function migrate(options: MigrateOptions): Promise<{ applied: string[] }> {
  const { ownerUrl, roleSecret, folder = import.meta.dirname } = options
  const [schema, migrations] = await Promise.all([readSchema(folder), readMigrations(folder)])
  await ensureRoles(ownerUrl, roleSecret)
  const scripts = migrationScripts(migrations)
  return withSchemaEngine({ ownerUrl, schema, runScript: scripts.run }, async (engine, pool) => {
    const list = migrationList(folder, migrations)
    await pool.query('SELECT pg_advisory_lock($1)', [PRISMA_MIGRATE_LOCK])
    await forgetUnfinished(pool)
    await refuseChanged(engine, list)
    return applyMissing(engine, list).catch((error: unknown) => {
      throw scripts.failure() ?? error
    })
  })
}

// The key that Prisma's own `migrate deploy` locks, so that it counts as one of several too. Held by the connection on
// which the migrations run: as long as the server works on one, even for a process that was killed, others wait.
const PRISMA_MIGRATE_LOCK = 72_707_369

/** Those that an earlier run began and did not finish: nothing of them was committed, so they may be begun again. */
async function forgetUnfinished(pool: Pool) {
  const { rows } = await pool.query<{ exists: boolean }>(
    `SELECT to_regclass('public._prisma_migrations') IS NOT NULL AS exists`,
  )
  if (!rows[0]?.exists) return
  await pool.query(
    'UPDATE public._prisma_migrations SET rolled_back_at = now() WHERE finished_at IS NULL AND rolled_back_at IS NULL',
  )
}

async function refuseChanged(engine: SchemaEngine, list: MigrationList) {
  const question = { migrationsList: list, filters: WHOLE_SCHEMA, optInToShadowDatabase: false }
  const [changed] = (await engine.diagnoseMigrationHistory(question)).editedMigrationNames
  if (changed) throw new Error(changedSentence(changed))
}

async function applyMissing(engine: SchemaEngine, list: MigrationList) {
  const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList: list, filters: WHOLE_SCHEMA })
  return { applied: appliedMigrationNames }
}

const changedSentence = (name: string) =>
  `The migration ${name} was changed after this database had it. Put it back and add a new migration, or start with an empty database.`
