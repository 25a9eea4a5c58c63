import type { users as contract } from '@keyholder/contracts'
import { Prisma } from '@keyholder/prisma'
import { cutPage, makeCursor, PAGE_SIZE, type Position, readCursor } from '../http/cursor.ts'
import type { Handler } from '../http/serve.ts'
import { toUser, USER_COLUMNS, USER_TABLES, type UserRow } from '../identity/members/find-member.ts'
import { filterOf, membersMatching, searchTermOf, type UserQuery } from './filter-users.ts'
import { orderBy, positionOf } from './sort-users.ts'

/** Counting a million rows costs more than the page itself: beyond this, the answer says that there are more. */
const COUNTED_UP_TO = 1000
const DEFAULT_SORT = 'name'

export const listUsers: Handler<typeof contract.list> = async ({ query }, { db, actor, now, platform }) => {
  const sort = query.sort ?? DEFAULT_SORT
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
  const sort = query.sort ?? DEFAULT_SORT
  const { order, beyond } = orderBy(sort, after)
  const term = searchTermOf(query)
  const most = PAGE_SIZE + 1
  const condition = term
    ? Prisma.sql`m.id IN (SELECT ${membersMatching(query, { term, now, after, most, sort })})`
    : Prisma.sql`${beyond} AND ${filterOf(query, now)}`
  return Prisma.sql`SELECT ${USER_COLUMNS} FROM ${USER_TABLES} WHERE ${condition} ORDER BY ${order} LIMIT ${most}`
}

/** Of the whole list, whichever page is asked for. */
export function countSql(query: UserQuery, now: Date): Prisma.Sql {
  const term = searchTermOf(query)
  const most = COUNTED_UP_TO + 1
  const counted = term
    ? membersMatching(query, { term, now, after: null, most, sort: null })
    : Prisma.sql`(SELECT FROM memberships m WHERE ${filterOf(query, now)} LIMIT ${most})`
  return Prisma.sql`SELECT count(*)::int AS count FROM ${counted} AS counted`
}
