import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { chown, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type ServerProcess, type ServerUser, startProgram } from './postgres-programs.ts'
import { scramVerifier } from './scram-verifier.ts'

export interface Passwords {
  superuser: string
  owner: string
}

/**
 * Makes the data of a server in `folder` where there is none yet: UTF-8, sorted by code point, with the role
 * `keyholder_owner` and its database `keyholder`. It is made beside and moved into place, so that what stands in
 * `folder` is always whole; what a killed run left half made is thrown away.
 * @returns the passwords, which stand beside the folder for the user who starts, and nobody else, to read
 */
export async function ensureDataDirectory({ folder, user, durable }: DataDirectory): Promise<Passwords> {
  await removeDrafts(folder)
  const known = await readPasswords(folder)
  const passwords = known ?? { superuser: randomPassword(), owner: randomPassword() }
  if (await holdsData(folder)) {
    if (known) return known
    await tellServer({ folder, user, sql: passwordsSql(passwords) })
    await writePasswords(folder, passwords)
    return passwords
  }
  const draft = `${draftsOf(folder)}${randomBytes(4).toString('hex')}`
  await makeDraft({ draft, user, durable })
  await tellServer({ folder: draft, user, sql: [...OWNER_SQL, ...passwordsSql(passwords)] })
  await writePasswords(folder, passwords)
  await rename(draft, folder)
  return passwords
}

interface DataDirectory {
  folder: string
  user: ServerUser
  durable: boolean
}

// No local and no replication lines: the server is reached over 127.0.0.1 with a password, or not at all.
const ACCESS = 'host all all 127.0.0.1/32 scram-sha-256\n'

const OWNER_SQL = [
  'CREATE ROLE keyholder_owner LOGIN NOSUPERUSER NOCREATEDB CREATEROLE NOREPLICATION NOBYPASSRLS',
  'CREATE DATABASE keyholder OWNER keyholder_owner',
]

const passwordsSql = ({ superuser, owner }: Passwords) => [
  `ALTER ROLE postgres PASSWORD '${scramVerifier(superuser)}'`,
  `ALTER ROLE keyholder_owner PASSWORD '${scramVerifier(owner)}'`,
]

async function holdsData(folder: string) {
  const entries = (await readdir(folder).catch(ignoreMissing)) ?? []
  if (entries.includes('PG_VERSION')) return true
  if (!entries.length) return false
  throw new Error(`The folder ${folder} holds something else than a database. Set DATA_DIRECTORY to another folder.`)
}

const draftsOf = (folder: string) => `${folder}.new.`

async function removeDrafts(folder: string) {
  const entries = await readdir(dirname(folder))
  const drafts = entries
    .map((entry) => join(dirname(folder), entry))
    .filter((path) => path.startsWith(draftsOf(folder)))
  // An initdb that outlived its killed starter may still be writing: hence a new name each time, and several tries.
  for (const draft of drafts) await rm(draft, { recursive: true, force: true, maxRetries: 10 })
}

async function makeDraft({ draft, user, durable }: { draft: string; user: ServerUser; durable: boolean }) {
  await mkdir(draft, { mode: 0o700 })
  if (user) await chown(draft, user.uid, user.gid)
  const locale = ['--encoding=UTF8', '--no-locale', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  const closed = ['--auth-local=reject', '--auth-host=reject'] // Until ACCESS is in place.
  const args = [`--pgdata=${draft}`, '--username=postgres', ...locale, ...closed, ...(durable ? [] : ['--no-sync'])]
  await finish(await startProgram('initdb', args, { folder: draft, user }))
  await writeFile(join(draft, 'pg_hba.conf'), ACCESS)
}

/** Runs statements in single-user mode: no port is opened and no password needed. */
async function tellServer({ folder, user, sql }: { folder: string; user: ServerUser; sql: string[] }) {
  const server = await startProgram('postgres', ['--single', '-D', folder, 'postgres'], { folder, user })
  server.stdin.end(sql.map((statement) => `${statement}\n`).join(''))
  const output = await finish(server)
  if (/^(.*)(ERROR|FATAL|PANIC):/m.test(output)) throw new Error(`The database could not be set up: ${output}`)
}

async function finish(program: ServerProcess) {
  const output: string[] = []
  program.stderr.setEncoding('utf8').on('data', (text: string) => output.push(text))
  program.stdin.end()
  const [code] = await once(program, 'close')
  if (code === 0) return output.join('')
  throw new Error(`The database could not be made: ${output.join('').slice(-2000)}`)
}

const passwordsFile = (folder: string) => `${folder}.passwords.json`

async function readPasswords(folder: string): Promise<Passwords | null> {
  const content = await readFile(passwordsFile(folder), 'utf8').catch(ignoreMissing)
  if (!content) return null
  const { superuser, owner }: Record<string, unknown> = JSON.parse(content)
  return typeof superuser === 'string' && typeof owner === 'string' ? { superuser, owner } : null
}

async function writePasswords(folder: string, passwords: Passwords) {
  const draft = `${passwordsFile(folder)}.new`
  await rm(draft, { force: true })
  await writeFile(draft, `${JSON.stringify(passwords)}\n`, { mode: 0o600 })
  await rename(draft, passwordsFile(folder))
}

const randomPassword = () => randomBytes(24).toString('base64url')

function ignoreMissing(error: NodeJS.ErrnoException) {
  if (error.code !== 'ENOENT') throw error
}
