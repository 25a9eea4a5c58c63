import { createServer, type Server, type Socket } from 'node:net'
import { createInterface } from 'node:readline'
import { createSecureContext, TLSSocket } from 'node:tls'

/** What the relay says to a command: a reply, silence, or the end of the line. `end` is the dot after the mail. */
type Replies = Partial<
  Record<'greeting' | 'EHLO' | 'AUTH' | 'MAIL' | 'RCPT' | 'DATA' | 'end', string | 'hang' | 'close' | 'drip'>
>

type Options = { replies?: Replies; certificate?: { key: string; cert: string }; tlsAtOnce?: boolean }

export type FakeRelay = {
  port: number
  /** Every line it was sent, the mail included. */
  heard: string[]
  stop(): Promise<void>
}

const OBLIGING = {
  greeting: '220 relay.test',
  EHLO: '250 relay.test',
  AUTH: '235 welcome',
  MAIL: '250 ok',
  RCPT: '250 ok',
  DATA: '354 go on',
  end: '250 ok queued as 4711',
} as const satisfies Required<Replies>

/** An SMTP relay that misbehaves on request. Listens on this machine only. */
export async function startFakeRelay({
  replies = {},
  certificate,
  tlsAtOnce = false,
}: Options = {}): Promise<FakeRelay> {
  const heard: string[] = []
  const sockets = new Set<Socket>()
  const secured = (socket: Socket) =>
    new TLSSocket(socket, { isServer: true, secureContext: createSecureContext(certificate) })
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => {})
    const line = tlsAtOnce ? secured(socket) : socket
    converse(line, { said: { ...OBLIGING, ...replies }, heard, upgrade: certificate && (() => secured(socket)) })
  })
  const port = await listen(server)
  return {
    port,
    heard,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        for (const socket of sockets) socket.destroy()
      }),
  }
}

type Conversation = { said: Required<Replies>; heard: string[]; upgrade: (() => TLSSocket) | undefined }

function converse(socket: Socket, { said, heard, upgrade }: Conversation, isNew = true): void {
  socket.on('error', () => {})
  const lines = createInterface({ input: socket })
  lines.on('error', () => {})
  let isMail = false
  if (isNew) answer(socket, said.greeting)
  lines.on('line', (line) => {
    heard.push(line)
    if (isMail) {
      isMail = line !== '.'
      if (!isMail) answer(socket, said.end)
      return
    }
    const verb = line.slice(0, 4).toUpperCase()
    if (verb === 'STAR' && upgrade) {
      lines.close()
      answer(socket, '220 go on')
      converse(upgrade(), { said, heard, upgrade }, false)
    } else if (verb === 'QUIT') {
      socket.end('221 bye\r\n')
    } else if (verb === 'EHLO' || verb === 'AUTH' || verb === 'MAIL' || verb === 'RCPT' || verb === 'DATA') {
      isMail = verb === 'DATA' && said.DATA.startsWith('354')
      answer(socket, said[verb])
    } else {
      answer(socket, '500 what')
    }
  })
}

const DRIP_MILLISECONDS = 20

function answer(socket: Socket, reply: string): void {
  if (reply === 'hang') return
  if (reply === 'close') {
    socket.destroy()
  } else if (reply === 'drip') {
    const timer = setInterval(() => socket.write('250-and another thing\r\n'), DRIP_MILLISECONDS)
    socket.once('close', () => clearInterval(timer))
  } else {
    socket.write(`${reply}\r\n`)
  }
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : 0)
    })
  })
}
