import type { MigrationList, SchemaEngine } from '@prisma/schema-engine-wasm/schema_engine_bg'
import type { Pool } from 'pg'
import { applyFunctions } from './apply-functions.ts'
import { inTransaction } from './in-transaction.ts'
import { migrationScripts } from './migration-script.ts'
import { ensureRoles } from './roles.ts'
import { withSchemaEngine } from './schema-engine.ts'
import {
  type FunctionFile,
  migrationList,
  readFunctions,
  readMigrations,
  readSchema,
  WHOLE_SCHEMA,
} from './schema-folder.ts'
import { synchronizeRoles } from './synchronize-roles.ts'

export interface MigrateOptions {
  /** The URL of the role that owns the database; it may also make roles (CREATEROLE). */
  ownerUrl: string
  /** DATABASE_ROLE_SECRET, at least 32 characters. */
  roleSecret: string
  /** Where schema.prisma, migrations/ and functions/ are; the package's own when not given. */
  folder?: string
}

/**
 * Brings a database to the schema of this code: makes the login roles, applies the migrations that are missing, each in one
 * transaction together with its mark in `_prisma_migrations`, then makes functions and built-in roles what this code says, also
 * where they were altered by hand. Of several at once one works and the others wait. After a failure or a kill at any moment:
 * run it again. A database that a newer version migrated is left as it is.
 * @returns the names of the migrations it applied
 * @throws Error when a migration fails, an applied one was changed or the database is another version's, with what to do
 */
export async function migrate(options: MigrateOptions): Promise<{ applied: string[] }> {
  const { ownerUrl, roleSecret, folder = OWN_FOLDER } = options
  const [schema, migrations, functions] = await Promise.all([
    readSchema(folder),
    readMigrations(folder),
    readFunctions(folder),
  ])
  await ensureRoles(ownerUrl, roleSecret)
  const scripts = migrationScripts(migrations)
  return withSchemaEngine({ ownerUrl, schema, runScript: scripts.run }, async (engine, pool) => {
    const list = migrationList(folder, migrations)
    await pool.query('SELECT pg_advisory_lock($1)', [PRISMA_MIGRATE_LOCK])
    await forgetUnfinished(pool)
    if (await isNewer(engine, list)) return { applied: [] }
    const applied = await applyMissing(engine, list).catch((error: unknown) => {
      throw scripts.failure() ?? error
    })
    await renew(pool, { functions, hasRoles: folder === OWN_FOLDER })
    return applied
  })
}

const OWN_FOLDER = import.meta.dirname

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

/**
 * Whether the database had migrations that this code does not know: then it is a newer version's.
 * @throws Error when it had others instead, or one that was changed since
 */
async function isNewer(engine: SchemaEngine, list: MigrationList) {
  const question = { migrationsList: list, filters: WHOLE_SCHEMA, optInToShadowDatabase: false }
  const { editedMigrationNames, history } = await engine.diagnoseMigrationHistory(question)
  const [changed] = editedMigrationNames
  if (changed) throw new Error(changedSentence(changed))
  if (history?.diagnostic === 'historiesDiverge') throw new Error(divergedSentence(history.unpersistedMigrationNames))
  return history?.diagnostic === 'migrationsDirectoryIsBehind'
}

async function applyMissing(engine: SchemaEngine, list: MigrationList) {
  const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList: list, filters: WHOLE_SCHEMA })
  return { applied: appliedMigrationNames }
}

/** Makes functions and the rows that follow from domain what this code says: whole, or not at all. */
async function renew(pool: Pool, { functions, hasRoles }: { functions: FunctionFile[] | null; hasRoles: boolean }) {
  await inTransaction(pool, async (client) => {
    // Waiting long for a table would make every request behind it wait too.
    await client.query(`SET LOCAL lock_timeout = '10s'`)
    if (functions) await applyFunctions(client, functions)
    if (hasRoles) await synchronizeRoles(client)
  })
}

const changedSentence = (name: string) =>
  `The migration ${name} was changed after this database had it. Put it back and add a new migration, or start with an empty database.`

const divergedSentence = (names: string[]) =>
  `This database had migrations that this version does not have (${names.join(', ')}) and lacks others: it was made by another version. Use that version, or start with an empty database.`
