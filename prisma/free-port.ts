import { once } from 'node:events'
import { createServer } from 'node:net'

/** @throws Error when a port of 127.0.0.1 is taken, in a sentence for the person who starts. */
export async function ensurePortIsFree(port: number): Promise<void> {
  try {
    await listenOnce(port)
  } catch (error) {
    throw portInUse(port, error)
  }
}

/** A port of 127.0.0.1 that is free at this moment. */
export const findFreePort = () => listenOnce(0)

export const portInUse = (port: number, cause?: unknown) =>
  new Error(`Port ${port} is in use. Set DATABASE_PORT to a free port.`, { cause })

async function listenOnce(port: number) {
  const server = createServer().listen(port, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (!address || typeof address === 'string') throw new Error('expected the address of a TCP port')
  return address.port
}
