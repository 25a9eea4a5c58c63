import { createHmac } from 'node:crypto'
import { Client } from 'pg'
import { scramVerifier } from './scram-verifier.ts'

/** The login roles of the application, one for each kind of work; none owns anything or passes by row-level security. */
export const ROLES = [
  'keyholder_tenant',
  'keyholder_signin',
  'keyholder_operator',
  'keyholder_worker',
  'keyholder_audit',
] as const

export type Role = (typeof ROLES)[number]

/**
 * The password of a role: HMAC-SHA-256 of its name, so that an operator configures one secret for all of them.
 * @param secret DATABASE_ROLE_SECRET, at least 32 characters
 */
export function rolePassword(secret: string, role: Role): string {
  if (secret.length < MIN_SECRET_LENGTH)
    throw new Error(`DATABASE_ROLE_SECRET needs at least ${MIN_SECRET_LENGTH} characters.`)
  return createHmac('sha256', secret).update(role).digest('base64url')
}

/** The URL of a database as that role: whatever user and password `databaseUrl` names are replaced. */
export function roleUrl(databaseUrl: string, secret: string, role: Role): string {
  const url = new URL(databaseUrl)
  url.username = role
  url.password = rolePassword(secret, role)
  return url.href
}

/**
 * Makes the roles, or gives those that exist the password that follows from `secret`. Harmless to repeat, and for
 * several at once. Passwords are sent as verifiers: no log of the server holds one.
 * @param ownerUrl a role with CREATEROLE; from PostgreSQL 16 on with ADMIN on roles that it did not make itself
 * @throws Error when an existing role may do more than it should, or may not be changed by the owner
 */
export async function ensureRoles(ownerUrl: string, secret: string): Promise<void> {
  const verifiers = ROLES.map((role) => [role, scramVerifier(rolePassword(secret, role))] as const)
  const client = new Client({
    connectionString: ownerUrl,
    application_name: 'keyholder roles',
    connectionTimeoutMillis: 10_000,
  })
  client.on('error', () => {}) // The statement that is under way reports it.
  await client.connect()
  try {
    await client.query('SELECT pg_advisory_lock($1)', [ROLES_LOCK])
    const existing = await readRoles(client)
    for (const [role, verifier] of verifiers) await ensureRole(client, { role, verifier, exists: existing.has(role) })
  } finally {
    await client.end()
  }
}

const MIN_SECRET_LENGTH = 32
const ROLES_LOCK = 7_210_001 // Any number, the same everywhere.

async function readRoles(client: Client) {
  const { rows } = await client.query<{ name: string; excess: boolean }>(
    `SELECT rolname AS name, rolsuper OR rolbypassrls OR rolcreatedb OR rolcreaterole OR rolreplication AS excess
     FROM pg_roles WHERE rolname = ANY ($1)`,
    [ROLES],
  )
  const excessive = rows.find((row) => row.excess)
  if (excessive) throw new Error(excessSentence(excessive.name))
  return new Set(rows.map((row) => row.name))
}

interface WantedRole {
  role: Role
  verifier: string
  exists: boolean
}

async function ensureRole(client: Client, wanted: WantedRole) {
  const { role, verifier, exists } = wanted
  // Naming the other attributes again at ALTER, even to deny them, is a superuser's privilege.
  const statement = exists
    ? `ALTER ROLE ${role} LOGIN NOINHERIT PASSWORD '${verifier}'`
    : `CREATE ROLE ${role} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS NOINHERIT PASSWORD '${verifier}'`
  try {
    await client.query(statement)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
    if (isDoneByAnother(error)) return
    if (error.code === '42501') throw new Error(deniedSentence(client.user, wanted), { cause: error })
    throw error
  }
}

// The lock holds in this database only, roles are the whole server's: a migration of a second database may come between.
const isDoneByAnother = ({ code, message }: Error & { code: unknown }) =>
  code === '42710' || code === '23505' || message.includes('tuple concurrently updated')

const excessSentence = (role: string) =>
  `The database role ${role} may do more than it should. As a superuser: ALTER ROLE ${role} NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS.`

const deniedSentence = (owner: string | undefined, { role, exists }: WantedRole) =>
  exists
    ? `${owner} may not change the database role ${role}. As a superuser: ALTER ROLE ${owner} CREATEROLE; GRANT ${role} TO ${owner} WITH ADMIN OPTION.`
    : `${owner} may not make the database role ${role}. As a superuser: ALTER ROLE ${owner} CREATEROLE.`
