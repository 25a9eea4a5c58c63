import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'

const MAIN = fileURLToPath(new URL('../main.ts', import.meta.url))

/** Somebody may send it hundreds of thousands of requests. */
const MOST_OUTPUT = 100_000

export type Started = { child: ChildProcess; output: () => string }

/** Starts the API as a process of its own, with this environment and nothing of ours. */
export function startServer(env: Record<string, string>): Started {
  const child = spawn(process.execPath, [MAIN], {
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  let text = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => (text = `${text}${chunk}`.slice(-MOST_OUTPUT)))
  return { child, output: () => text }
}

/** Resolves when the process says that it listens. @throws Error with what it said, when it ended instead */
export async function serverReady({ child, output }: Started): Promise<void> {
  while (!output().includes('Keyholder is ready')) {
    await Promise.race([once(child.stdout ?? child, 'data'), once(child, 'exit')])
    if (child.exitCode !== null) throw new Error(output())
  }
}

/** Ends the process and waits until it is gone. @returns its exit code, null when the signal ended it */
export async function endServer({ child }: Started, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode
  const gone = once(child, 'exit')
  child.kill(signal)
  const [code] = await gone
  return code
}

/** A port that is free at this moment. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  return typeof address === 'object' && address ? address.port : 0
}
