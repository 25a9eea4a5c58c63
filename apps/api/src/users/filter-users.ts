import type { users as contract, Parsed } from '@keyholder/contracts'
import { Prisma } from '@keyholder/prisma'

export type UserQuery = Parsed<typeof contract.list>['query']

const DAY = 86_400_000

// The very expression that the index holds.
export const LAST_SIGN_IN = Prisma.sql`coalesce(m.last_sign_in_at, '-infinity'::timestamptz)`

/** The conditions of the list's filters; true when there is none. The organisation itself is applied by the database. */
export function filterOf(query: UserQuery, now: Date): Prisma.Sql {
  const { role, status, secondStep, kind, lastSignIn } = query
  const search = query.search?.normalize('NFC').trim()
  const conditions = [Prisma.sql`true`]
  if (search) conditions.push(Prisma.sql`m.id IN (SELECT members_matching(${search}))`)
  if (role) conditions.push(Prisma.sql`m.role_id = ${role}::uuid`)
  if (status) conditions.push(Prisma.sql`m.status = ${status}`)
  if (secondStep) conditions.push(Prisma.sql`m.second_step = ${secondStep}`)
  if (kind) conditions.push(Prisma.sql`m.kind = ${kind}`)
  if (lastSignIn) conditions.push(lastSignInIs(lastSignIn, now))
  return Prisma.join(conditions, ' AND ')
}

function lastSignInIs(filter: NonNullable<UserQuery['lastSignIn']>, now: Date): Prisma.Sql {
  const daysAgo = (days: number) => new Date(now.getTime() - days * DAY)
  switch (filter) {
    case 'never':
      return Prisma.sql`${LAST_SIGN_IN} = '-infinity'::timestamptz`
    case 'within-30-days':
      return Prisma.sql`${LAST_SIGN_IN} >= ${daysAgo(30)}::timestamptz`
    case 'over-90-days':
      return Prisma.sql`${LAST_SIGN_IN} > '-infinity'::timestamptz AND ${LAST_SIGN_IN} < ${daysAgo(90)}::timestamptz`
  }
}
