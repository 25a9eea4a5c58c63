import type { Tx } from '@keyholder/prisma'
import { type Claimed, LEASE_MILLISECONDS } from './claim-due.ts'

/**
 * Counts a send attempt in advance and renews the lease, so that the relay gets the full time.
 * @returns false when another process has the message by now
 */
export async function countSendAttempt(tx: Tx, { id, tries, sendAttempts }: Claimed, now: Date): Promise<boolean> {
  const { count } = await tx.message.updateMany({
    where: { id, state: 'waiting', tries, sendAttempts },
    data: {
      sendAttempts: sendAttempts + 1,
      transportCalledAt: now,
      leaseUntil: new Date(now.getTime() + LEASE_MILLISECONDS),
    },
  })
  return count === 1
}
