import { PrismaPg } from '@prisma/adapter-pg'
import { type Prisma, PrismaClient } from './generated/client.ts'
import { type Queryable, withQuery } from './queryable.ts'

type Tx = Prisma.TransactionClient & Queryable

/** A way in as the owner of the tables, kept open until it is closed. */
export type Owner = { run<T>(work: (tx: Tx) => Promise<T>): Promise<T>; close(): Promise<void> }

/**
 * Runs one piece of work as the owner of the tables: for commands and the seed, never for a request.
 * @param ownerUrl the URL that migrations use
 */
export async function asOwner<T>(ownerUrl: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  const owner = openOwner(ownerUrl)
  try {
    return await owner.run(work)
  } finally {
    await owner.close()
  }
}

/** As `asOwner`, for many pieces of work: opening a connection for each takes longer than most of them. */
export function openOwner(ownerUrl: string): Owner {
  const client = new PrismaClient({
    adapter: new PrismaPg({ connectionString: ownerUrl, max: 2, application_name: 'keyholder owner' }),
  })
  return {
    run: (work) => client.$transaction((tx) => work(withQuery(tx)), { maxWait: 30_000, timeout: 60_000 }),
    close: () => client.$disconnect(),
  }
}
