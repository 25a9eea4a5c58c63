import { connect, createServer, type Server, type Socket } from 'node:net'

export type Cable = {
  /** Where the server is found by way of the cable. */
  port: number
  /** Ends every connection and takes no new one, as a server that is gone. */
  cut(): Promise<void>
  /** Takes connections and says nothing more, as a server behind a network that swallows all. */
  hang(): void
  mend(): Promise<void>
}

/** A line to a server on this machine that can be cut and mended while it is in use. */
export async function layCable(serverPort: number): Promise<Cable> {
  const sockets = new Set<Socket>()
  let isHanging = false
  const keep = (socket: Socket) => {
    sockets.add(socket)
    socket.on('error', () => socket.destroy())
    socket.on('close', () => sockets.delete(socket))
    return socket
  }
  const server: Server = createServer((near) => {
    keep(near)
    if (isHanging) return
    const far = keep(connect(serverPort, '127.0.0.1'))
    near.pipe(far).pipe(near)
    near.on('close', () => far.destroy())
    far.on('close', () => near.destroy())
  })
  const listen = (port: number) => new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const dropAll = () => {
    for (const socket of sockets) socket.destroy()
  }
  await listen(0)
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The cable has no port.')
  const { port } = address
  return {
    port,
    cut: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        dropAll()
      }),
    hang: () => {
      isHanging = true
      dropAll()
    },
    mend: async () => {
      isHanging = false
      dropAll()
      if (!server.listening) await listen(port)
    },
  }
}
