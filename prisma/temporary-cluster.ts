import { chmod, lstat, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Embedded, startEmbedded } from './embedded.ts'
import { stopLeftoverServer } from './leftover-server.ts'
import { processIdentity } from './process-identity.ts'

const PREFIX = 'keyholder-temporary-'

/** A PostgreSQL on a free port whose data is gone when it stops. What killed runs left behind is cleared up first. */
export async function startTemporaryCluster(): Promise<Embedded> {
  await removeAbandonedClusters()
  const parent = await mkdtemp(join(tmpdir(), `${PREFIX}${process.pid}-`))
  await chmod(parent, 0o755) // PostgreSQL may have to run as another user.
  const remove = () => rm(parent, { recursive: true, force: true })
  try {
    const embedded = await startEmbedded({ directory: dataIn(parent), port: 0, durable: false })
    return { ...embedded, stop: () => embedded.stop().then(remove) }
  } catch (error) {
    await remove()
    throw error
  }
}

const dataIn = (parent: string) => join(parent, 'data')

/** Stops the servers and removes the data of runs that were killed. */
export async function removeAbandonedClusters(): Promise<void> {
  const names = (await readdir(tmpdir())).filter((name) => name.startsWith(PREFIX))
  for (const name of names) {
    const pid = Number.parseInt(name.slice(PREFIX.length), 10)
    if (await processIdentity(pid)) continue
    const parent = join(tmpdir(), name)
    const found = await lstat(parent).catch(() => null)
    if (found?.uid !== process.getuid?.()) continue // Another user's, whose next run clears up; or gone.
    await stopLeftoverServer(dataIn(parent))
    await rm(parent, { recursive: true, force: true, maxRetries: 10 })
  }
}
