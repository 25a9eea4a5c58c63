import type { Claimed } from './claim-due.ts'
import { resendOf } from './may-leave.ts'
import type { Outbox } from './outbox.ts'
import type { Handed } from './send-written.ts'
import { nextTryAt, type Setback } from './setback.ts'

/** Sent, and wiped in the same update. Also when another process has taken it over by now: one copy is enough. */
export async function keepSent({ platform }: Outbox, { id }: Claimed, { providerId }: Handed): Promise<void> {
  const sentAt = platform.clock.now()
  await platform.database.worker.write((tx) =>
    tx.message.updateMany({
      where: { id, state: 'waiting' },
      data: { state: 'sent', sentAt, providerId, payloadSealed: null, leaseUntil: null, error: null },
    }),
  )
}

/** Waits for the next try; or has failed, and is wiped. */
export async function keepSetback({ platform, log }: Outbox, message: Claimed, setback: Setback): Promise<void> {
  const { id, tries, copies, template } = message
  const { reason, isFinal, copy } = setback
  const next = isFinal ? null : nextTryAt({ ...message, resend: resendOf(template) }, platform.clock.now())
  const outcome = next ? { nextTryAt: next } : { state: 'failed', payloadSealed: null }
  // What surely did not leave was no copy.
  const takenBack = copy === 'surely not' ? { copies, transportCalledAt: null } : {}
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
