import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { findFreePort, portInUse } from './free-port.ts'
import { type ServerProcess, type ServerUser, startProgram } from './postgres-programs.ts'

const READY = 'database system is ready to accept connections'
const PORT_TAKEN = 'Address already in use'
const CHILDREN_ALIVE = 'shared memory block' // "pre-existing shared memory block is still in use"
const PATIENCE_SECONDS = 15
const KEPT_CHARACTERS = 4000

export interface Server {
  readonly port: number
  stop(): Promise<void>
}

interface ServerOptions {
  folder: string
  user: ServerUser
  port: number
  durable: boolean
}

/** Starts the server and waits until it accepts connections. @throws Error with its last lines when it does not. */
export async function startServer(options: ServerOptions): Promise<Server> {
  const until = Date.now() + PATIENCE_SECONDS * 1000
  for (;;) {
    const port = options.port || (await findFreePort())
    const attempt = await launch({ ...options, port })
    if (attempt.server) return { port, stop: () => stop(attempt.server) }
    const { failure } = attempt
    const portTaken = failure.includes(PORT_TAKEN)
    if (portTaken && options.port) throw portInUse(port)
    // A killed server's children end on their own, soon; a free port may have been taken since we looked.
    const passes = portTaken || failure.includes(CHILDREN_ALIVE)
    if (!passes || Date.now() > until) throw new Error(`PostgreSQL does not start in ${options.folder}:\n${failure}`)
    await pause(100)
  }
}

async function launch({ folder, user, port, durable }: ServerOptions) {
  const settings = { ...SETTINGS, ...(durable ? {} : FAST_AND_LOSE), port: String(port) }
  const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const server = await startProgram('postgres', ['-D', folder, ...args], { folder, user })
  const output = watchOutput(server)
  const first = await Promise.race([output.ready, once(server, 'close')])
  if (first !== 'ready') return { failure: output.last(), server: null }
  stopWithProcess(server)
  return { server, failure: '' }
}

const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  password_encryption: 'scram-sha-256',
  timezone: 'UTC',
  log_timezone: 'UTC',
}

const FAST_AND_LOSE = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_connections: '200',
}

function watchOutput(server: ServerProcess) {
  let output = ''
  let notify = () => {}
  server.stderr.setEncoding('utf8').on('data', (text: string) => {
    output = (output + text).slice(-KEPT_CHARACTERS)
    if (output.includes(READY)) notify()
  })
  return {
    ready: new Promise<'ready'>((resolve) => {
      notify = () => resolve('ready')
    }),
    last: () => output,
  }
}

function stopWithProcess(server: ServerProcess) {
  const interrupt = () => server.kill('SIGINT')
  process.once('exit', interrupt)
  server.once('exit', () => process.off('exit', interrupt))
}

async function stop(server: ServerProcess) {
  if (server.exitCode !== null || server.signalCode !== null) return
  const ended = once(server, 'exit')
  server.kill('SIGINT')
  await ended
}
