import { once } from 'node:events'
import { createServer } from 'node:net'

/** How far a search goes: beyond, something else is the matter. */
const TRIED = 100

/** The first port from `wanted` on that is free on 127.0.0.1 and ::1 and not among `taken`. */
export async function firstFreePort(wanted: number, taken: readonly number[] = []): Promise<number> {
  for (let port = wanted; port < wanted + TRIED && port <= 65_535; port += 1) {
    if (!taken.includes(port) && (await isFree(port))) return port
  }
  throw new Error(`None of the ports from ${wanted} to ${wanted + TRIED - 1} is free.`)
}

/** By how much all of these ports must move for each of them to be free. */
export async function freeShift(ports: readonly number[]): Promise<number> {
  for (let shift = 0; shift < TRIED; shift += 1) {
    const free = await Promise.all(ports.map((port) => isFree(port + shift)))
    if (free.every(Boolean)) return shift
  }
  throw new Error(`The ports ${ports.join(', ')} and those behind them are taken.`)
}

async function isFree(port: number): Promise<boolean> {
  // A browser may take localhost for either.
  for (const host of ['127.0.0.1', '::1']) if (await isTaken(port, host)) return false
  return true
}

async function isTaken(port: number, host: string): Promise<boolean> {
  const server = createServer()
  try {
    server.listen(port, host)
    await once(server, 'listening')
  } catch (error) {
    // Without IPv6 nothing listens there.
    return error instanceof Error && 'code' in error && (error.code === 'EADDRINUSE' || error.code === 'EACCES')
  }
  server.close()
  await once(server, 'close')
  return false
}
