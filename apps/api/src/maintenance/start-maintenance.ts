import type { Platform } from '../context.ts'
import { type Log, repeat } from '../repeat.ts'
import { sweep } from './sweep.ts'

const MINUTE_MILLISECONDS = 60_000

type Needed = { platform: Pick<Platform, 'database' | 'clock'>; log: Log }

/**
 * Clears away what has expired, every minute, until stopped. Any number of processes may do so: one of them sweeps.
 * @returns `stop`, which waits for the round under way
 */
export function startMaintenance({ platform, log }: Needed): { stop(): Promise<void> } {
  return repeat({
    name: 'maintenance',
    pauseMilliseconds: MINUTE_MILLISECONDS,
    log,
    run: async (stopping) => {
      await sweep(platform, stopping)
      return 'rest'
    },
  })
}
