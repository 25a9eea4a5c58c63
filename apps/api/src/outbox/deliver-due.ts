import { claimDue } from './claim-due.ts'
import { deliver } from './deliver.ts'
import type { Outbox } from './outbox.ts'

/** Of each urgency. Sent side by side, each over a connection of its own. All of them are called well within their lease. */
const AT_ONCE = 5

/**
 * Sends the messages that are due, two handfuls at most.
 * @returns how many it took up: with none, there is nothing to do for now
 * @throws what kept it from the database, after the others are done
 */
export async function deliverDue(
  outbox: Outbox,
  stopping: AbortSignal = new AbortController().signal,
): Promise<number> {
  // Each has places of its own: a code does not wait behind two hundred invitations, nor do those behind a provider that hangs.
  const claimed = [...(await claimDue(outbox, AT_ONCE, 'codes')), ...(await claimDue(outbox, AT_ONCE, 'notices'))]
  const results = await Promise.allSettled(claimed.map((message) => deliver(outbox, message, stopping)))
  for (const result of results) if (result.status === 'rejected') throw result.reason
  return claimed.length
}
