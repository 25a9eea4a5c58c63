import type { PoolClient } from 'pg'
import { describeSqlError } from './describe-sql-error.ts'
import { ROLES } from './roles.ts'
import type { FunctionFile } from './schema-folder.ts'

/**
 * Makes the functions of the database those of `files`: their text, their triggers and who may execute them. What the owner has
 * beyond them goes. Each file can be run again and again; where the parameters or the result of a function change, a migration
 * drops the old one first.
 * @param client inside a transaction: servers see all of it at once
 */
export async function applyFunctions(client: PoolClient, files: readonly FunctionFile[]): Promise<void> {
  for (const { signature } of await ownRoutines(client)) {
    await client.query(`REVOKE ALL ON ROUTINE ${signature} FROM PUBLIC, ${ROLES.join(', ')}`)
  }
  for (const file of files) await run(client, file)
  await dropOthers(client, files)
}

/** The names of what the files define. */
export function definedNames(files: readonly FunctionFile[]): { functions: Set<string>; triggers: Set<string> } {
  const all = files.map(({ sql }) => sql).join('\n')
  const names = (pattern: RegExp) => new Set([...all.matchAll(pattern)].map(([, name]) => name!))
  return {
    functions: names(/^CREATE OR REPLACE FUNCTION (\w+)/gm),
    triggers: names(/^CREATE (?:OR REPLACE|CONSTRAINT) TRIGGER (\w+)/gm),
  }
}

async function run(client: PoolClient, { name, sql }: FunctionFile) {
  try {
    await client.query(sql)
  } catch (error) {
    const said = describeSqlError(error, { sql, file: `${name}.sql` })
    throw new Error(`The functions of ${name} could not be made, so all stay as they were: ${said}`, { cause: error })
  }
}

/** Drops what an earlier version or a hand made. Something else that depends on it makes this fail and says so. */
async function dropOthers(client: PoolClient, files: readonly FunctionFile[]) {
  const { functions, triggers } = definedNames(files)
  for (const { name, table } of await ownTriggers(client)) {
    if (!triggers.has(name)) await client.query(`DROP TRIGGER ${client.escapeIdentifier(name)} ON ${table}`)
  }
  for (const { name, signature } of await ownRoutines(client)) {
    if (!functions.has(name)) await client.query(`DROP ROUTINE ${signature}`)
  }
}

/** Functions and procedures of the owner, without those of extensions. */
async function ownRoutines(client: PoolClient) {
  const { rows } = await client.query<{ name: string; signature: string }>(
    `SELECT p.proname AS name, p.oid::regprocedure::text AS signature FROM pg_proc p
     WHERE p.pronamespace = 'public'::regnamespace AND p.proowner = current_user::regrole
       AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e')`,
  )
  return rows
}

async function ownTriggers(client: PoolClient) {
  const { rows } = await client.query<{ name: string; table: string }>(
    `SELECT t.tgname AS name, t.tgrelid::regclass::text AS table FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
     WHERE NOT t.tgisinternal AND c.relnamespace = 'public'::regnamespace AND c.relowner = current_user::regrole`,
  )
  return rows
}
