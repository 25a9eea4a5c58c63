import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { MigrationList, SchemasContainer } from '@prisma/schema-engine-wasm/schema_engine_bg'

export interface Migration {
  /** The name of its folder, which sorts by time. */
  name: string
  sql: string
}

/** The names of the migrations in `folder`/migrations, in the order in which they are applied. */
export async function migrationNames(folder: string): Promise<string[]> {
  const entries = await readdir(join(folder, 'migrations'), { withFileTypes: true })
  const folders = entries.filter((entry) => entry.isDirectory())
  return folders.map((entry) => entry.name).sort()
}

/** The migrations in `folder`/migrations. @throws Error when one of them would not be a single transaction. */
export async function readMigrations(folder: string): Promise<Migration[]> {
  const names = await migrationNames(folder)
  const migrations = names.map(async (name) => {
    const sql = await readFile(join(folder, 'migrations', name, 'migration.sql'), 'utf8')
    if (TRANSACTION_CONTROL.test(sql)) throw new Error(controlSentence(name))
    return { name, sql }
  })
  return Promise.all(migrations)
}

export interface FunctionFile {
  /** The name of the file, without `.sql`. */
  name: string
  sql: string
}

/** The functions in `folder`/functions, by name: null when there is no such folder. */
export async function readFunctions(folder: string): Promise<FunctionFile[] | null> {
  const directory = join(folder, 'functions')
  const entries = await readdir(directory).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  if (!entries) return null
  const names = entries.filter((entry) => entry.endsWith('.sql')).sort()
  return Promise.all(
    names.map(async (name) => ({ name: name.slice(0, -4), sql: await readFile(join(directory, name), 'utf8') })),
  )
}

/** The schema of Prisma in `folder`, as its engine takes it. */
export async function readSchema(folder: string): Promise<SchemasContainer> {
  const path = join(folder, 'schema.prisma')
  return { files: [{ path, content: await readFile(path, 'utf8') }] }
}

/** Migrations as Prisma's engine takes them. */
export function migrationList(folder: string, migrations: Migration[]): MigrationList {
  return {
    baseDir: join(folder, 'migrations'),
    lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
    shadowDbInitScript: '',
    migrationDirectories: migrations.map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: sql } },
    })),
  }
}

/** Nothing is left out of what the engine looks at. */
export const WHOLE_SCHEMA = { externalTables: [], externalEnums: [] }

// As a statement by itself: in the BEGIN … END of a function body no semicolon follows BEGIN.
const TRANSACTION_CONTROL = /^\s*(begin|start\s+transaction|commit|rollback|abort)(\s+(work|transaction))?\s*;/im

const controlSentence = (name: string) =>
  `The migration ${name} begins or ends a transaction. Leave that out: each migration is run as one transaction.`
