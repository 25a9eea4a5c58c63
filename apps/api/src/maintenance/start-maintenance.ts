import type { Platform } from '../context.ts'
import { type Log, repeat } from '../repeat.ts'
import { remindMembers } from './remind-members.ts'
import { sweep } from './sweep.ts'

const MINUTE_MILLISECONDS = 60_000

type Needed = { platform: Pick<Platform, 'database' | 'clock' | 'random' | 'secretBox'>; log: Log }

/**
 * Clears away what has expired and reminds whoever has to set up another way in, every minute, until stopped. Any number of
 * processes may do so: each piece of it is done by one.
 * @returns `stop`, which waits for the round under way
 */
export function startMaintenance({ platform, log }: Needed): { stop(): Promise<void> } {
  return repeat({
    name: 'maintenance',
    pauseMilliseconds: MINUTE_MILLISECONDS,
    log,
    run: async (stopping) => {
      await sweep(platform, stopping)
      await remindMembers(platform, stopping)
      return 'rest'
    },
  })
}
