import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'

type Command = { args: readonly string[]; cwd: string; env: Record<string, string | undefined> }

/** A Node process beside this one. Whoever starts it stops it; the channel between them tells it when they are killed. */
export function startNode({ args, cwd, env }: Command): ChildProcess {
  return spawn(process.execPath, [...args], {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  })
}

/** Tells a process to stop, and waits until it has. */
export async function stopProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGTERM')
  await gone
}

/** Resolves when the address answers 200; rejects when the process ends first. Polls until then. */
export async function untilReady(url: string, child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit').then(() => {
    throw new Error('The API has ended before it was ready.')
  })
  const ready = async () => {
    for (;;) {
      const answer = await fetch(url).catch(() => null)
      if (answer?.ok) return
      await pause(50)
    }
  }
  await Promise.race([ready(), ended])
}
