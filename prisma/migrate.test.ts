import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { appendFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { Client, Pool } from 'pg'
import { afterEach, beforeEach, expect, inject, test, vi } from 'vitest'
import { migrate, pendingMigrations, schemaDifference } from './migrate.ts'
import { migrationScripts } from './migration-script.ts'
import { writeNewMigration } from './new-migration.ts'
import { queryOnce } from './query-once.ts'
import { cloneDatabase, emptyDatabase, type TestDatabase } from './test-database.ts'

const cluster = inject('testCluster')
let folder: string
let database: TestDatabase

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'keyholder-schema-'))
  await writeFile(join(folder, 'schema.prisma'), SCHEMA)
  await writeMigration('20260101000000_books', BOOKS)
  await mkdir(join(folder, 'functions'))
  await writeFile(join(folder, 'functions/twice.sql'), TWICE)
  database = await emptyDatabase(cluster)
})

afterEach(async () => {
  await database.drop()
  await rm(folder, { recursive: true })
})

test('the schema and the migrations of the product agree', async () => {
  const clone = await cloneDatabase(cluster)
  expect(await schemaDifference(clone.ownerUrl)).toBe('')
  expect(await pendingMigrations(clone.ownerUrl)).toEqual([])
  await clone.drop()
})

test('a migration is applied once', async () => {
  expect(await migrateFolder()).toEqual(['20260101000000_books'])
  expect(await migrateFolder()).toEqual([])
})

test('a semicolon in a function body ends nothing', async () => {
  await migrateFolder()
  expect(await queryOnce(database.ownerUrl, 'SELECT twice(4)')).toEqual([{ twice: 8 }])
})

test('lists what is pending before, and nothing after', async () => {
  expect(await pendingMigrations(database.ownerUrl, folder)).toEqual(['20260101000000_books'])
  await migrateFolder()
  expect(await pendingMigrations(database.ownerUrl, folder)).toEqual([])
})

test('of three commands at once one migrates and the others wait', async () => {
  const outputs = await Promise.all([runCommand(), runCommand(), runCommand()])
  const names = outputs.map(({ output }) => output.trim().split('\n')[0]!)
  expect(names.filter((line) => line.startsWith('Applied '))).toHaveLength(1)
  expect(names.filter((line) => line === 'The database is up to date.')).toHaveLength(2)
  expect(outputs.map(({ code }) => code)).toEqual([0, 0, 0])
})

test('a command without its settings says which are missing', async () => {
  const { code, output } = await runCommand({ DATABASE_OWNER_URL: '', DATABASE_ROLE_SECRET: '' })
  expect(code).toBe(1)
  expect(output.trim().split('\n')).toEqual([
    expect.stringContaining('DATABASE_OWNER_URL is missing'),
    expect.stringContaining('DATABASE_ROLE_SECRET is missing'),
  ])
})

test('a migration that is killed half way is done when the command runs again', async () => {
  await writeMigration(
    '20260102000000_slow',
    'CREATE TABLE half (id int); SELECT pg_advisory_xact_lock(1); CREATE TABLE whole ();',
  )
  const blocker = new Client({ connectionString: database.ownerUrl })
  blocker.on('error', () => {})
  await blocker.connect()
  await blocker.query('SELECT pg_advisory_lock(1)')
  const child = migrateInChild()
  await vi.waitFor(async () => expect(await waitingForLock(blocker)).toBe(1), { timeout: 10_000 })
  child.kill('SIGKILL')
  await once(child, 'exit')
  await blocker.end()
  expect(await migrateFolder()).toEqual(['20260102000000_slow'])
  expect(await queryOnce(database.ownerUrl, 'SELECT FROM half, whole')).toEqual([])
  expect(await history()).toEqual([
    '20260101000000_books finished',
    '20260102000000_slow rolled back',
    '20260102000000_slow finished',
  ])
})

test('a migration that was committed just before a kill counts as done', async () => {
  const sql = 'CREATE TABLE late ();'
  await migrateFolder()
  await writeMigration('20260102000000_late', sql)
  const begun = `INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES (1, encode(sha256($1::bytea), 'hex'), '20260102000000_late')`
  await queryOnce(database.ownerUrl, begun, [sql])
  const pool = new Pool({ connectionString: database.ownerUrl })
  pool.on('error', () => {})
  await migrationScripts([{ name: '20260102000000_late', sql }]).run(pool, sql)
  await pool.end()
  expect(await migrateFolder()).toEqual([])
  expect(await history()).toEqual(['20260101000000_books finished', '20260102000000_late finished'])
})

test('a migration that fails leaves nothing behind, names its line, and works when mended', async () => {
  await writeMigration('20260102000000_wrong', 'CREATE TABLE half ();\nALTER TABLE nowhere ADD x int;')
  await expect(migrateFolder()).rejects.toThrow(
    'The migration 20260102000000_wrong failed and left nothing behind: relation "nowhere" does not exist',
  )
  expect(await queryOnce(database.ownerUrl, `SELECT to_regclass('half') AS half`)).toEqual([{ half: null }])
  await writeMigration('20260102000000_wrong', 'CREATE TABLE half ();\nSELECT 1 +;')
  await expect(migrateFolder()).rejects.toThrow('(line 2 of its migration.sql)')
  await writeMigration('20260102000000_wrong', 'CREATE TABLE half ();')
  expect(await migrateFolder()).toEqual(['20260102000000_wrong'])
})

test('a migration may not end its own transaction', async () => {
  await writeMigration('20260102000000_split', 'CREATE TABLE a ();\nCOMMIT;\nCREATE TABLE b ();')
  await expect(migrateFolder()).rejects.toThrow('The migration 20260102000000_split begins or ends a transaction.')
})

test('a migration that was changed after it was applied is refused', async () => {
  await migrateFolder()
  await appendFile(join(folder, 'migrations/20260101000000_books/migration.sql'), '-- more\n')
  await expect(migrateFolder()).rejects.toThrow(
    'The migration 20260101000000_books was changed after this database had it.',
  )
})

test('a database that a newer version migrated is left as it is', async () => {
  await writeMigration('20260102000000_newer', 'CREATE TABLE newer ();')
  await migrateFolder()
  await rm(join(folder, 'migrations/20260102000000_newer'), { recursive: true })
  await writeFile(join(folder, 'functions/twice.sql'), TWICE.replace('n * 2', 'n * 3'))
  expect(await migrateFolder()).toEqual([])
  expect(await queryOnce(database.ownerUrl, 'SELECT twice(4)')).toEqual([{ twice: 8 }])
})

test('a database of another history is refused, and the sentence says which migrations it had', async () => {
  await migrateFolder()
  await rm(join(folder, 'migrations/20260101000000_books'), { recursive: true })
  await writeMigration('20260101000001_novels', 'CREATE TABLE novels ();')
  await expect(migrateFolder()).rejects.toThrow(
    'This database had migrations that this version does not have (20260101000000_books) and lacks others',
  )
})

test('what the schema has more than the migrations is the difference, what Prisma cannot model is not', async () => {
  await migrateFolder()
  expect(await schemaDifference(database.ownerUrl, folder)).toBe('')
  await writeFile(join(folder, 'schema.prisma'), SCHEMA.replace('title ', 'year Int?\n title '))
  expect(await schemaDifference(database.ownerUrl, folder)).toContain(
    'ALTER TABLE "books" ADD COLUMN     "year" INTEGER;',
  )
})

test('a new migration holds what the schema has more, and after it they agree', async () => {
  await writeFile(join(folder, 'schema.prisma'), SCHEMA.replace('title ', 'year Int?\n title '))
  const [, path] = (await writeNewMigration('add_year', folder)).split(' ')
  expect(path).toMatch(/migrations\/\d{14}_add_year\/migration\.sql$/)
  expect(await readFile(path!, 'utf8')).toContain('ADD COLUMN     "year" INTEGER;')
  await migrateFolder()
  expect(await schemaDifference(database.ownerUrl, folder)).toBe('')
})

const SCHEMA = `
generator client {
  provider = "prisma-client"
}
datasource db {
  provider = "postgresql"
}
model Book {
  id    String @id @db.Uuid
  title String
  @@index([title])
  @@map("books")
}
`

const BOOKS = `
CREATE TABLE books (id uuid NOT NULL, title text NOT NULL, CONSTRAINT books_pkey PRIMARY KEY (id), CHECK (title <> ''));
CREATE INDEX books_title_idx ON books (title);
CREATE INDEX books_lower ON books (lower(title));
CREATE INDEX books_some ON books (title) WHERE title > 'm';
CREATE INDEX books_sorted ON books (title COLLATE "und-x-icu");
CREATE INDEX books_wide ON books (title) INCLUDE (id);
ALTER TABLE books ENABLE ROW LEVEL SECURITY;
CREATE POLICY everyone ON books TO keyholder_tenant USING (true);
`

const TWICE = `
CREATE OR REPLACE FUNCTION twice(n int) RETURNS int LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  n := n * 2;
  RETURN n;
END $$;
`

async function writeMigration(name: string, sql: string) {
  await mkdir(join(folder, 'migrations', name), { recursive: true })
  await writeFile(join(folder, 'migrations', name, 'migration.sql'), sql)
}

async function migrateFolder() {
  const { ownerUrl, roleSecret } = database
  return (await migrate({ ownerUrl, roleSecret, folder })).applied
}

async function history() {
  const rows = await queryOnce(
    database.ownerUrl,
    `SELECT migration_name || CASE WHEN rolled_back_at IS NOT NULL THEN ' rolled back' WHEN finished_at IS NOT NULL THEN ' finished' ELSE '' END AS line
     FROM _prisma_migrations ORDER BY migration_name, started_at`,
  )
  return rows.map(({ line }) => line)
}

async function waitingForLock(client: Client) {
  const sql = `SELECT count(*)::int AS waiting FROM pg_locks WHERE locktype = 'advisory' AND objid = 1 AND NOT granted
    AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`
  return (await client.query<{ waiting: number }>(sql)).rows[0]?.waiting
}

/** Runs the command of the package in a process of its own, against the migrations of the product. */
async function runCommand(settings: Record<string, string> = {}) {
  const env = {
    ...process.env,
    DATABASE_OWNER_URL: database.ownerUrl,
    DATABASE_ROLE_SECRET: database.roleSecret,
    ...settings,
  }
  const child = spawn(process.execPath, [join(import.meta.dirname, 'migrate.ts')], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const [stdout, stderr, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')])
  return { code, output: stdout + stderr }
}

function migrateInChild(): ChildProcess {
  const { ownerUrl, roleSecret } = database
  const code = `
    import { migrate } from '${import.meta.dirname}/apply-migrations.ts'
    await migrate(${JSON.stringify({ ownerUrl, roleSecret, folder })})`
  return spawn(process.execPath, ['--input-type=module', '--eval', code], { stdio: 'inherit' })
}
