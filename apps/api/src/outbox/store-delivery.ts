import type { Delivery } from '@keyholder/domain'
import type { Database } from '@keyholder/prisma'

/** By which id the provider names a message, and what became of it. */
export type Report = { id: string; delivery: Delivery }

/**
 * Keeps what became of a message, once and for all where it arrived: reports come twice, late and in any order. A message
 * that we do not know (any more) changes nothing, and the provider is not told.
 */
export async function storeDelivery({ worker }: Database, { id, delivery }: Report): Promise<void> {
  await worker.write((tx) =>
    tx.message.updateMany({
      where: { providerId: id, OR: [{ delivery: null }, { delivery: 'undelivered' }] },
      data: { delivery },
    }),
  )
}
