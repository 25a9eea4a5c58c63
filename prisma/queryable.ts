import type { Prisma } from './generated/client.ts'

/** What runs one statement and gives its rows: a transaction, or a pool where no transaction is needed. */
export type Queryable = { query<Row>(sql: Prisma.Sql): Promise<Row[]> }

/** What a use case works with inside a transaction. `findUnique` is left out, so it does not compile: decision 0002. */
export type Tx = Queryable & { [Name in keyof Prisma.TransactionClient]: WithoutUnique<Prisma.TransactionClient[Name]> }

/** A new object before Prisma's own: what is assigned to that would be seen by every other transaction of the pool. */
export function withQuery<Client extends Prisma.TransactionClient>(tx: Client): Client & Queryable {
  const query: Queryable['query'] = (sql) => tx.$queryRaw(sql)
  return Object.create(tx, { query: { value: query, writable: true, configurable: true } })
}

type WithoutUnique<Model> = Model extends { findUnique: unknown }
  ? Omit<Model, 'findUnique' | 'findUniqueOrThrow'>
  : Model
