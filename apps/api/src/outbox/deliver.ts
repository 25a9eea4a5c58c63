import { MailNotSent } from '../platform/mail-not-sent.ts'
import type { Mail } from '../platform/mail-transport.ts'
import { rest } from '../repeat.ts'
import type { Claimed } from './claim-due.ts'
import { countCopy } from './count-copy.ts'
import { keepSent, keepSetback } from './keep-outcome.ts'
import type { Outbox } from './outbox.ts'
import { SETBACKS, type Setback } from './setback.ts'
import { writeMail } from './write-mail.ts'

/**
 * Sends one claimed message and keeps what became of it. Its copy is counted and committed before the relay is called:
 * whatever breaks afterwards, it is known that it may have left.
 */
export async function deliver(outbox: Outbox, message: Claimed, stopping: AbortSignal): Promise<void> {
  const written = await prepare(outbox, message)
  if (!written) return
  const setback = 'reason' in written ? written : await send(outbox, written)
  await untilKept(() => (setback ? keepSetback(outbox, message, setback) : keepSent(outbox, message)), stopping)
}

/** Null when another process has taken it over. */
function prepare({ platform }: Outbox, message: Claimed): Promise<Mail | Setback | null> {
  const { tenantId, membershipId } = message
  return platform.database.worker.write(async (tx) => {
    // Read now and not when it was enqueued: people move, and leave.
    const member = await tx.membership.findFirst({
      where: { tenantId, id: membershipId },
      select: { kind: true, name: true, email: true, language: true },
    })
    const written = writeMail(platform, message, member)
    if ('reason' in written) return written
    const isOurs = await countCopy(tx, message, platform.clock.now())
    return isOurs ? written : null
  })
}

async function send({ mail: transport }: Outbox, mail: Mail): Promise<Setback | null> {
  try {
    await transport.send(mail)
    return null
  } catch (error) {
    if (!(error instanceof MailNotSent) || error.mayHaveLeft) return SETBACKS.unsure
    return error.kind === 'permanent' ? SETBACKS.refused : SETBACKS.relay
  }
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
