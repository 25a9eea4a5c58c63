import type { Database } from '@keyholder/prisma'
import type { Report } from './read-reports.ts'

/**
 * Keeps what became of a message, once and for all where it arrived: reports come twice, late and in any order. A message
 * that we do not know (any more) changes nothing, and the provider is not told.
 */
export async function keepDelivery({ worker }: Database, { id, delivery }: Report): Promise<void> {
  await worker.write((tx) =>
    tx.message.updateMany({
      where: { providerId: id, OR: [{ delivery: null }, { delivery: 'undelivered' }] },
      data: { delivery },
    }),
  )
}
