import type { users as contract } from '@keyholder/contracts'
import { Prisma } from '@keyholder/prisma'
import { cutPage, makeCursor, PAGE_SIZE, type Position, readCursor } from '../cursor.ts'
import type { Handler } from '../http/serve.ts'
import { filterOf, type UserQuery } from './filter-users.ts'
import { toUser, USER_COLUMNS, USER_TABLES, type UserRow } from './find-member.ts'
import { orderBy, positionOf } from './sort-users.ts'

/** Counting a million rows costs more than the page itself: beyond this, the answer says that there are more. */
const COUNTED_UP_TO = 1000

export const listUsers: Handler<typeof contract.list> = async ({ query }, { db, actor, now, platform }) => {
  const sort = query.sort ?? 'name'
  const list = [actor.tenantId, 'users', sort]
  const after = query.cursor === undefined ? null : readCursor(platform, list, query.cursor)
  const { rows, count } = await db.read(async (tx) => {
    const [counted] = await tx.$queryRaw<{ count: number }[]>(countSql(query, now))
    return { rows: await tx.$queryRaw<UserRow[]>(pageSql(query, { now, after })), count: counted?.count ?? 0 }
  })
  const { page, last } = cutPage(rows)
  return {
    items: page.map(toUser),
    next: last ? makeCursor(platform, list, positionOf(sort, last)) : null,
    count: Math.min(count, COUNTED_UP_TO),
    more: count > COUNTED_UP_TO,
  }
}

/** One page, and one row more to know whether there is another. */
export function pageSql(query: UserQuery, { now, after }: { now: Date; after: Position | null }): Prisma.Sql {
  const { order, beyond } = orderBy(query.sort ?? 'name', after)
  return Prisma.sql`
    SELECT ${USER_COLUMNS} FROM ${USER_TABLES}
    WHERE ${beyond} AND ${filterOf(query, now)}
    ORDER BY ${order} LIMIT ${PAGE_SIZE + 1}`
}

/** Of the whole list, whichever page is asked for. */
export function countSql(query: UserQuery, now: Date): Prisma.Sql {
  return Prisma.sql`
    SELECT count(*)::int AS count FROM (SELECT FROM memberships m WHERE ${filterOf(query, now)} LIMIT ${COUNTED_UP_TO + 1}) AS bounded`
}
