import { randomUUID } from 'node:crypto'
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { processIdentity } from './process-identity.ts'

/**
 * Takes the folder of a database for this process by a file `<folder>.lock` that names it. A lock whose process has
 * died is taken over.
 * @throws Error when a living process holds it, in a sentence for the person who starts.
 */
export async function lockDirectory(folder: string): Promise<{ release(): Promise<void> }> {
  const path = `${folder}.lock`
  const mine = `${process.pid} ${await processIdentity(process.pid)}\n`
  while (!(await createLock(path, mine))) await removeStale(path, folder)
  return { release: () => rm(path, { force: true }) }
}

async function createLock(path: string, content: string) {
  const draft = `${path}.${randomUUID()}`
  await writeFile(draft, content)
  try {
    await link(draft, path) // Appears with its content or not at all.
    return true
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false
    throw error
  } finally {
    await rm(draft)
  }
}

async function removeStale(path: string, folder: string) {
  const seen = await readLock(path)
  const holder = await livingHolder(seen)
  if (holder) throw inUse(folder, holder)
  // Moved aside first: of two that find the same stale lock, the slower one must not remove the new lock of the faster.
  const aside = `${path}.${randomUUID()}`
  await rename(path, aside).catch(ignoreMissing)
  const moved = await readLock(aside)
  await rm(aside, { force: true })
  const other = moved === seen ? null : await livingHolder(moved)
  if (!other) return
  await createLock(path, moved)
  throw inUse(folder, other)
}

async function livingHolder(content: string) {
  const [pid, ...identity] = content.trim().split(' ')
  if (!pid || !identity.length) return null
  return (await processIdentity(Number(pid))) === identity.join(' ') ? pid : null
}

const readLock = async (path: string) => (await readFile(path, 'utf8').catch(ignoreMissing)) ?? ''

const inUse = (folder: string, pid: string) =>
  new Error(`The database in ${folder} is in use by process ${pid}. Stop it, or set DATA_DIRECTORY to another folder.`)

function ignoreMissing(error: unknown) {
  if (!isCode(error, 'ENOENT')) throw error
}

const isCode = (error: unknown, code: string) => error instanceof Error && 'code' in error && error.code === code
