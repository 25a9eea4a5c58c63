import { PrismaPg } from '@prisma/adapter-pg'
import { type Prisma, PrismaClient } from './generated/client.ts'

type Tx = Prisma.TransactionClient

/**
 * Runs one piece of work as the owner of the tables: for commands and the seed, never for a request.
 * @param ownerUrl the URL that migrations use
 */
export async function asOwner<T>(ownerUrl: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  const client = new PrismaClient({
    adapter: new PrismaPg({ connectionString: ownerUrl, max: 1, application_name: 'keyholder owner' }),
  })
  try {
    return await client.$transaction(work, { timeout: 60_000 })
  } finally {
    await client.$disconnect()
  }
}
