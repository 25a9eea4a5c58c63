import { randomBytes } from 'node:crypto'
import { chmod, cp, lstat, mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

/** Where programs are copied to that stand in a folder which other users may not enter; on Linux, for root. */
const CACHE = '/var/cache/keyholder'

/**
 * A copy of the embedded PostgreSQL's programs that every user can run. As root the server becomes another user, who cannot enter a
 * clone below /root or one that was made with a umask of 077. Made once for each version, beside and moved into place.
 * @param native the folder that holds bin, lib and share
 * @param version what the copy is kept by
 * @returns the folder of the copy
 */
export async function copyPrograms(native: string, version: string, cache = CACHE): Promise<string> {
  const copy = join(cache, `postgres-${version}`)
  if (await isOurs(copy)) return copy
  await makeFolder(cache)
  const draft = `${copy}.new.${randomBytes(4).toString('hex')}`
  await cp(native, draft, { recursive: true, verbatimSymlinks: true })
  await openToAll(draft)
  await rename(draft, copy).catch(async (error: unknown) => {
    // Another start may have put it there meanwhile.
    await rm(draft, { recursive: true })
    if (!(await isOurs(copy))) throw error
  })
  return copy
}

/** Only the one who runs this may have written it: it is executed. */
async function isOurs(folder: string): Promise<boolean> {
  const { uid, mode } = await stat(folder).catch(() => ({ uid: -1, mode: 0 }))
  return uid === process.getuid?.() && (mode & 0o022) === 0
}

/** With the rights that it needs, whatever the umask. */
async function makeFolder(folder: string): Promise<void> {
  const made = await mkdir(folder, { recursive: true })
  if (made === undefined) return
  for (let path = folder; path.startsWith(made); path = dirname(path)) await chmod(path, 0o755)
}

async function openToAll(path: string): Promise<void> {
  const found = await lstat(path)
  if (found.isSymbolicLink()) return
  if (found.isDirectory()) {
    await chmod(path, 0o755)
    for (const entry of await readdir(path)) await openToAll(join(path, entry))
    return
  }
  await chmod(path, basename(dirname(path)) === 'bin' ? 0o755 : 0o644)
}
