import type { users as contract } from '@keyholder/contracts'
import { Prisma } from '@keyholder/prisma'
import { cutPage, makeCursor, PAGE_SIZE, type Position, readCursor } from '../http/cursor.ts'
import type { Handler } from '../http/serve.ts'
import { toUser, USER_COLUMNS, USER_TABLES, type UserRow } from '../identity/members/find-member.ts'
import { membersMatching, type UserQuery } from './filter-users.ts'

/** Counting a million rows costs more than the page itself: beyond this, the answer says that there are more. */
const COUNTED_UP_TO = 1000
const DEFAULT_SORT = 'name'

/** A row of the list, and its place in the order asked for. */
type PlacedRow = UserRow & { place: string }

export const listUsers: Handler<typeof contract.list> = async ({ query }, { db, actor, now, platform }) => {
  const list = [actor.tenantId, 'users', query.sort ?? DEFAULT_SORT]
  const after = query.cursor === undefined ? null : readCursor(platform, list, query.cursor)
  const { rows, count } = await db.read(async (tx) => {
    const [counted] = await tx.query<{ count: number }>(countSql(query, now))
    return { rows: await tx.query<PlacedRow>(pageSql(query, { now, after })), count: counted?.count ?? 0 }
  })
  const { page, last } = cutPage(rows)
  return {
    items: page.map(toUser),
    next: last ? makeCursor(platform, list, { key: last.place, id: last.id }) : null,
    count: Math.min(count, COUNTED_UP_TO),
    more: count > COUNTED_UP_TO,
  }
}

/** One page, and one row more to know whether there is another. */
export function pageSql(query: UserQuery, { now, after }: { now: Date; after: Position | null }): Prisma.Sql {
  const wanted = { now, after, most: PAGE_SIZE + 1, sort: query.sort ?? DEFAULT_SORT } as const
  return Prisma.sql`
    SELECT ${USER_COLUMNS}, found.place FROM ${USER_TABLES}
    JOIN ${membersMatching(query, wanted)} WITH ORDINALITY AS found (id, place, number) ON found.id = m.id
    ORDER BY found.number`
}

/** For the whole list, whatever page is asked for. */
export function countSql(query: UserQuery, now: Date): Prisma.Sql {
  const wanted = { now, after: null, most: COUNTED_UP_TO + 1, sort: null }
  return Prisma.sql`SELECT count(*)::int AS count FROM ${membersMatching(query, wanted)}`
}
