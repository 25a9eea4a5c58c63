import { readFile, readlink, realpath, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { processIdentity } from './process-identity.ts'

const FAST = 'SIGINT' // Disconnects everyone, writes a checkpoint.
const IMMEDIATE = 'SIGQUIT' // Leaves recovery to the next start.
const PATIENCE_SECONDS = 15

/**
 * Stops a server that a killed run left working on the data in `folder`, and waits until it is gone. The caller holds
 * the folder's lock, so nobody living wants that server.
 */
export async function stopLeftoverServer(folder: string): Promise<void> {
  const pid = recordedPid(await readPidFile(folder))
  if (pid === null) return
  if (await isServerOf(pid, folder)) await stopServer(pid, folder)
  if (isSignalled(pid, 0)) await disown(folder)
}

async function stopServer(pid: number, folder: string) {
  for (const signal of [FAST, IMMEDIATE] as const) {
    isSignalled(pid, signal)
    if (await isGone(pid)) return
  }
  throw new Error(`The database server in ${folder}, process ${pid}, was left by an earlier run and does not stop.`)
}

/**
 * Under the number of the server now runs another process, or a zombie that nobody reaps. PostgreSQL would take it for
 * the server; told of a process that cannot be, it still looks for living children of the server before it starts.
 */
async function disown(folder: string) {
  const content = await readPidFile(folder)
  if (content) await writeFile(pidFile(folder), content.replace(/^\d+/, String(NO_PROCESS)))
}

const NO_PROCESS = 2 ** 31 - 1 // Above the highest process number of any system.

const pidFile = (folder: string) => join(folder, 'postmaster.pid')
const readPidFile = (folder: string) => readFile(pidFile(folder), 'utf8').catch(() => '')

function recordedPid(content: string) {
  const pid = Number(content.split('\n')[0])
  return Number.isInteger(pid) && pid > 0 ? pid : null
}

async function isServerOf(pid: number, folder: string) {
  if (!(await processIdentity(pid))) return false
  if (process.platform !== 'linux') return true
  // A server works inside its data folder; a process that got the number of a dead server does not.
  const [inside, expected] = await Promise.all([readlink(`/proc/${pid}/cwd`).catch(() => null), realpath(folder)])
  return inside === expected
}

async function isGone(pid: number) {
  const until = Date.now() + PATIENCE_SECONDS * 1000
  while (Date.now() < until) {
    if (!(await processIdentity(pid))) return true
    await pause(20) // Of a process that is not our child nothing reports the end.
  }
  return false
}

function isSignalled(pid: number, signal: NodeJS.Signals | 0) {
  try {
    return process.kill(pid, signal)
  } catch {
    return false
  }
}
