import { rest } from '../platform/repeat.ts'
import type { Claimed } from './claim-due.ts'
import { countSendAttempt } from './count-send-attempt.ts'
import type { DeliveryFailure } from './delivery-failure.ts'
import type { Outbox } from './outbox.ts'
import { sendWritten } from './send-written.ts'
import { storeFailure, storeSent } from './store-outcome.ts'
import { writeMessage } from './write-message.ts'
import type { Written } from './written.ts'

/**
 * Sends one claimed message and keeps what became of it. Its copy is counted and committed before the relay is called:
 * whatever breaks afterwards, it is known that it may have left.
 */
export async function deliver(outbox: Outbox, message: Claimed, stopping: AbortSignal): Promise<void> {
  const written = await prepare(outbox, message)
  if (!written) return
  const outcome = 'reason' in written ? written : await sendWritten(outbox, written, message.template)
  await untilKept(
    () => ('reason' in outcome ? storeFailure(outbox, message, outcome) : storeSent(outbox, message, outcome)),
    stopping,
  )
}

/** Null when another process has taken it over. */
function prepare(outbox: Outbox, message: Claimed): Promise<Written | DeliveryFailure | null> {
  const { platform } = outbox
  return platform.database.worker.write(async (tx) => {
    const written = await writeMessage(tx, outbox, message)
    if ('reason' in written) return written
    const isOurs = await countSendAttempt(tx, message, platform.clock.now())
    return isOurs ? written : null
  })
}

const KEEPING_PAUSE_MILLISECONDS = 1000
const KEEPING_TRIES = 20

/**
 * Forgetting what became of it would send it twice (FLT-11). So while the database is away it is tried again, for about
 * as long as the lease lasts.
 * @throws what went wrong, at the last try or when the process stops
 */
async function untilKept(keep: () => Promise<void>, stopping: AbortSignal): Promise<void> {
  for (let left = KEEPING_TRIES; ; left--) {
    try {
      return await keep()
    } catch (error) {
      if (left === 0 || stopping.aborted) throw error
    }
    await rest(KEEPING_PAUSE_MILLISECONDS, stopping)
  }
}
