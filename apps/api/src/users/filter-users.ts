import type { users as contract, Parsed } from '@keyholder/contracts'
import { Prisma } from '@keyholder/prisma'
import type { Position } from '../http/cursor.ts'

export type UserQuery = Parsed<typeof contract.list>['query']

const DAY = 86_400_000
/** Nobody signed in before this: what lies under it is never. */
const THE_BEGINNING = new Date(0)

// The very expression that the index holds: never comes before every moment.
export const LAST_SIGN_IN = Prisma.sql`greatest(m.last_sign_in_at, '-infinity'::timestamptz)`

/** The conditions of the list's filters, without the search; true when there is none. The organisation is applied by the database. */
export function filterOf(query: UserQuery, now: Date): Prisma.Sql {
  const { role, status, secondStep, kind } = query
  const { from, before } = lastSignInBetween(query.lastSignIn, now)
  const conditions = [Prisma.sql`true`]
  if (role) conditions.push(Prisma.sql`m.role_id = ${role}::uuid`)
  if (status) conditions.push(Prisma.sql`m.status = ${status}`)
  if (secondStep) conditions.push(Prisma.sql`m.second_step = ${secondStep}`)
  if (kind) conditions.push(Prisma.sql`m.kind = ${kind}`)
  if (from) conditions.push(Prisma.sql`${LAST_SIGN_IN} >= ${from}::timestamptz`)
  if (before) conditions.push(Prisma.sql`${LAST_SIGN_IN} < ${before}::timestamptz`)
  return Prisma.join(conditions, ' AND ')
}

/** What is searched for, as it is stored; null when nothing is. */
export function searchTermOf(query: UserQuery): string | null {
  return query.search?.normalize('NFC').trim() || null
}

type Wanted = {
  term: string
  now: Date
  after: Position | null
  most: number
  sort: NonNullable<UserQuery['sort']> | null
}

/** The ids of members that match a term and all the filters, from the one function that may search. */
export function membersMatching(query: UserQuery, { term, now, after, most, sort }: Wanted): Prisma.Sql {
  const { role = null, status = null, secondStep = null, kind = null } = query
  const { from, before } = lastSignInBetween(query.lastSignIn, now)
  return Prisma.sql`members_matching(${term}, ${role}::uuid, ${status}, ${secondStep}, ${kind}, ${from}::timestamptz, ${before}::timestamptz,
    ${sort}, ${after?.key ?? null}, ${after?.id ?? null}::uuid, ${most}::integer)`
}

function lastSignInBetween(filter: UserQuery['lastSignIn'], now: Date): { from: Date | null; before: Date | null } {
  const daysAgo = (days: number) => new Date(now.getTime() - days * DAY)
  switch (filter) {
    case undefined:
      return { from: null, before: null }
    case 'never':
      return { from: null, before: THE_BEGINNING }
    case 'within-30-days':
      return { from: daysAgo(30), before: null }
    case 'over-90-days':
      return { from: THE_BEGINNING, before: daysAgo(90) }
  }
}
