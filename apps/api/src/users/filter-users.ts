import type { users as contract, Parsed } from '@keyholder/contracts'
import { Prisma } from '@keyholder/prisma'
import type { Position } from '../http/cursor.ts'

export type UserQuery = Parsed<typeof contract.list>['query']

const DAY = 86_400_000
/** Nobody signed in before this: what lies under it is never. */
const THE_BEGINNING = new Date(0)

type Wanted = {
  now: Date
  after: Position | null
  most: number
  /** Null: in any order, for counting. */
  sort: NonNullable<UserQuery['sort']> | null
}

/**
 * The members whom a query asks for, as rows of `id` and `place`: what filters, orders and search mean is said in
 * prisma/functions/members_matching.sql and nowhere else.
 */
export function membersMatching(query: UserQuery, { now, after, most, sort }: Wanted): Prisma.Sql {
  const { role = null, status = null, secondStep = null, kind = null } = query
  const { from, before } = lastSignInBetween(query.lastSignIn, now)
  return Prisma.sql`members_matching(${searchTermOf(query)}, ${role}::uuid, ${status}, ${secondStep}, ${kind},
    ${from}::timestamptz, ${before}::timestamptz, ${sort}, ${after?.key ?? null}, ${after?.id ?? null}::uuid, ${most}::integer)`
}

/** What is searched for, as it is stored; null when nothing is. */
function searchTermOf(query: UserQuery): string | null {
  return query.search?.normalize('NFC').trim() || null
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
