import { randomBytes } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { migrate } from './apply-migrations.ts'
import { schemaDifference } from './schema-difference.ts'
import { startTemporaryCluster } from './temporary-cluster.ts'

/**
 * The SQL that brings a database with all migrations of `folder` to its schema.prisma: '' when they agree. Found on a
 * PostgreSQL of its own that is thrown away.
 */
export async function newMigrationSql(folder: string = import.meta.dirname): Promise<string> {
  const cluster = await startTemporaryCluster()
  try {
    await migrate({ ownerUrl: cluster.ownerUrl(), roleSecret: randomBytes(32).toString('hex'), folder })
    return await schemaDifference(cluster.ownerUrl(), folder)
  } finally {
    await cluster.stop()
  }
}

/** Writes migrations/<timestamp>_<name>/migration.sql in `folder`. @returns a sentence that says where */
export async function writeNewMigration(name: string, folder: string = import.meta.dirname): Promise<string> {
  if (!/^[a-z][a-z0-9_]*$/.test(name)) throw new Error('Name the migration in small letters: migrate.ts new add_phone')
  const sql = await newMigrationSql(folder)
  const timestamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
  const directory = join(folder, 'migrations', `${timestamp}_${name}`)
  await mkdir(directory)
  await writeFile(join(directory, 'migration.sql'), sql ? `${sql}\n` : EMPTY)
  return `Wrote ${join(directory, 'migration.sql')}${sql ? '' : ', empty: schema.prisma has nothing new'}`
}

const EMPTY = '-- What this changes, and why.\n'
