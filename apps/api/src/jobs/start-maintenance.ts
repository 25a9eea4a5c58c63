import type { Platform } from '../context.ts'
import { type Log, repeat } from '../platform/repeat.ts'
import { sweep } from './sweep.ts'

const MINUTE_MILLISECONDS = 60_000

type Round = (stopping: AbortSignal) => Promise<unknown>
type Needed = {
  platform: Pick<Platform, 'database' | 'clock'>
  log: Log
  /** What capabilities have to do each minute besides. */
  also: readonly Round[]
}

/**
 * Clears away what has expired, and does what else is due, every minute, until stopped. Any number of processes may do so: each
 * piece of it is done by one.
 * @returns `stop`, which waits for the round under way
 */
export function startMaintenance({ platform, log, also }: Needed): { stop(): Promise<void> } {
  return repeat({
    name: 'maintenance',
    pauseMilliseconds: MINUTE_MILLISECONDS,
    log,
    run: async (stopping) => {
      await sweep(platform, stopping)
      for (const round of also) await round(stopping)
      return 'rest'
    },
  })
}
