import { repeat } from '../platform/repeat.ts'
import { deliverDue } from './deliver-due.ts'
import type { Outbox } from './outbox.ts'

const IDLE_MILLISECONDS = 1000

/**
 * Sends what waits in the outbox, until stopped. Any number of processes may do so at once. While the database or the
 * relay is away it waits for it, and nothing is lost.
 * @returns `stop`, which waits for the messages under way
 */
export function startOutbox(outbox: Outbox): { stop(): Promise<void> } {
  return repeat({
    name: 'outbox',
    pauseMilliseconds: IDLE_MILLISECONDS,
    log: outbox.log,
    run: async (stopping) => ((await deliverDue(outbox, stopping)) > 0 ? 'again' : 'rest'),
  })
}
