import { Prisma } from '@keyholder/prisma'
import type { Position } from '../http/cursor.ts'
import type { UserRow } from '../identity/members/find-member.ts'
import { LAST_SIGN_IN, type UserQuery } from './filter-users.ts'

type UserSort = NonNullable<UserQuery['sort']>

type Order = {
  /** What is sorted by, in the words of an index that ends in the id. */
  column: Prisma.Sql
  /** A row's place, as text that a cursor can hold. */
  keyOf(row: UserRow): string | null
  /** The same place, as the database compares it. */
  value(key: string | null): Prisma.Sql
}

const BY_NAME: Order = {
  column: Prisma.sql`m.name COLLATE "und-x-icu"`,
  keyOf: (row) => row.name,
  value: (key) => Prisma.sql`${key}::text COLLATE "und-x-icu"`,
}
const BY_LAST_SIGN_IN: Order = {
  column: LAST_SIGN_IN,
  keyOf: (row) => row.lastSignInAt?.toISOString() ?? null,
  value: (key) => Prisma.sql`greatest(${key}::timestamptz, '-infinity'::timestamptz)`,
}
const BY_CREATION: Order = {
  column: Prisma.sql`m.created_at`,
  keyOf: (row) => row.createdAt.toISOString(),
  value: (key) => Prisma.sql`${key}::timestamptz`,
}

const ORDERS: Readonly<Record<UserSort, Order & { isDescending: boolean }>> = {
  name: { ...BY_NAME, isDescending: false },
  '-name': { ...BY_NAME, isDescending: true },
  lastSignInAt: { ...BY_LAST_SIGN_IN, isDescending: false },
  '-lastSignInAt': { ...BY_LAST_SIGN_IN, isDescending: true },
  createdAt: { ...BY_CREATION, isDescending: false },
  '-createdAt': { ...BY_CREATION, isDescending: true },
}

/** Where this row stands in that order. */
export function positionOf(sort: UserSort, row: UserRow): Position {
  return { key: ORDERS[sort].keyOf(row), id: row.id }
}

/** The ORDER BY, and the condition that leaves out everything up to a position. */
export function orderBy(sort: UserSort, after: Position | null): { order: Prisma.Sql; beyond: Prisma.Sql } {
  const { column, value, isDescending } = ORDERS[sort]
  const direction = isDescending ? Prisma.sql`DESC` : Prisma.sql`ASC`
  const order = Prisma.sql`${column} ${direction}, m.id ${direction}`
  if (!after) return { order, beyond: Prisma.sql`true` }
  const comparison = isDescending ? Prisma.sql`<` : Prisma.sql`>`
  return { order, beyond: Prisma.sql`(${column}, m.id) ${comparison} (${value(after.key)}, ${after.id}::uuid)` }
}
