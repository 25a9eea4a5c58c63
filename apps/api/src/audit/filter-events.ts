import type { audit as contract, Parsed } from '@keyholder/contracts'
import { Prisma } from '@keyholder/prisma'

type Query = Parsed<typeof contract.list>['query']

/** Days are those of the people who read the log; moments are kept in UTC. */
const TIME_ZONE = 'Europe/Amsterdam'

/** The conditions of the log's filters; true when there is none. The organisation itself is applied by the database. */
export function filterOf(query: Query): Prisma.Sql {
  const { action, outcome, user, from, until } = query
  const search = query.search?.normalize('NFC').trim()
  const conditions = [Prisma.sql`true`]
  if (action) conditions.push(Prisma.sql`e.action = ${action}`)
  if (outcome) conditions.push(Prisma.sql`e.outcome = ${outcome}`)
  if (user) conditions.push(Prisma.sql`(e.actor_id = ${user}::uuid OR e.object_id = ${user}::uuid)`)
  if (from) conditions.push(Prisma.sql`e.at >= ${beginningOf(from, 0)}`)
  if (until) conditions.push(Prisma.sql`e.at < ${beginningOf(until, 1)}`)
  if (search) conditions.push(Prisma.sql`strpos(lower(${SEARCHED}), lower(${search})) > 0`)
  return Prisma.join(conditions, ' AND ')
}

const SEARCHED = Prisma.sql`concat_ws(' ', e.actor_name, e.object_name, e.ip, e.request_id)`

/** The first moment of a day, or of the day that comes `daysLater`: a day has 23, 24 or 25 hours. */
function beginningOf(day: string, daysLater: number): Prisma.Sql {
  return Prisma.sql`((${day}::date + ${daysLater}::integer)::timestamp AT TIME ZONE ${TIME_ZONE})`
}
