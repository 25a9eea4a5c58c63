import type { Claimed } from './claim-due.ts'
import { type DeliveryFailure, nextTryAt } from './delivery-failure.ts'
import { resendOf } from './may-send-again.ts'
import type { Outbox } from './outbox.ts'
import type { Accepted } from './send-written.ts'

/** Sent, and wiped in the same update. Also when another process has taken it over by now: one copy is enough. */
export async function storeSent({ platform }: Outbox, { id }: Claimed, { providerId }: Accepted): Promise<void> {
  const sentAt = platform.clock.now()
  await platform.database.worker.write((tx) =>
    tx.message.updateMany({
      where: { id, state: 'waiting' },
      data: { state: 'sent', sentAt, providerId, payloadSealed: null, leaseUntil: null, error: null },
    }),
  )
}

/** Waits for the next try; or has failed, and is wiped. */
export async function storeFailure(
  { platform, log }: Outbox,
  message: Claimed,
  failure: DeliveryFailure,
): Promise<void> {
  const { id, tries, sendAttempts, template } = message
  const { reason, isFinal, attempt } = failure
  const next = isFinal ? null : nextTryAt({ ...message, resend: resendOf(template) }, platform.clock.now())
  const outcome = next ? { nextTryAt: next } : { state: 'failed', payloadSealed: null }
  // What was certainly not sent does not count as an attempt.
  const takenBack = attempt === 'not-sent' ? { sendAttempts, transportCalledAt: null } : {}
  await platform.database.worker.write((tx) =>
    tx.message.updateMany({
      where: { id, state: 'waiting', tries },
      data: { ...outcome, ...takenBack, leaseUntil: null, error: reason },
    }),
  )
  const fields = { message: id, template, reason, tries }
  if (next) log.info(fields, 'A message was not sent yet.')
  else log.warn(fields, 'A message is given up.')
}
