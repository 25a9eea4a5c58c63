import type { Server } from 'node:net'

interface Place {
  port: number
  host: string
  /** The environment variable that sets another port. */
  setting: string
}

export async function listen(server: Server, place: Place): Promise<number> {
  try {
    await opened(server, place)
  } catch (error) {
    throw new Error(
      `The mailbox cannot listen on port ${place.port} of ${place.host}: ${reason(error)}. Set ${place.setting} to a free port.`,
      { cause: error },
    )
  }
  const address = server.address()
  return typeof address === 'object' && address ? address.port : place.port
}

function opened(server: Server, { port, host }: Place): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve()
    })
  })
}

function reason(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'EADDRINUSE') return 'it is already in use'
  if (code === 'EACCES') return 'this user may not open it'
  return error instanceof Error ? error.message : String(error)
}
