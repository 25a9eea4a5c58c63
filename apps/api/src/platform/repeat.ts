import { setTimeout as pause } from 'node:timers/promises'

type Say = (fields: object, sentence: string) => void

/** What work in the background needs of a log; that of the server fits. */
export type Log = { info: Say; warn: Say; error: Say }

type Chore = {
  /** Named in the log. */
  name: string
  /** How long it rests when there is nothing to do, or after it failed. */
  pauseMilliseconds: number
  log: Log
  /** One round. `again` asks for the next one at once. The signal says that the process is stopping. */
  run(stopping: AbortSignal): Promise<'again' | 'rest'>
}

/**
 * Does a chore over and over, until stopped. A chore that fails is tried again, for as long as it takes; the log hears of
 * it once, and once more when it works again.
 * @returns `stop`, which waits for the round under way
 */
export function repeat({ name, pauseMilliseconds, log, run }: Chore): { stop(): Promise<void> } {
  const stopping = new AbortController()
  const ended = go(stopping.signal)
  return {
    stop: () => {
      stopping.abort()
      return ended
    },
  }

  async function go(signal: AbortSignal): Promise<void> {
    let isFailing = false
    while (!signal.aborted) {
      try {
        const next = await run(signal)
        if (isFailing) log.info({ chore: name }, 'The chore works again.')
        isFailing = false
        if (next === 'again') continue
      } catch (err) {
        if (!isFailing) log.error({ chore: name, err }, 'The chore fails; it is tried until it works again.')
        isFailing = true
      }
      await rest(pauseMilliseconds, signal)
    }
  }
}

/** Waits, or not any longer once the process is stopping. */
export async function rest(milliseconds: number, signal: AbortSignal): Promise<void> {
  await pause(milliseconds, undefined, { signal }).catch(() => {})
}
