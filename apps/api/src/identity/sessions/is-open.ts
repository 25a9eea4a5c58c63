import { Prisma } from '@keyholder/prisma'

/** Whether the session `s` opens something at this moment: not too old, and used not too long ago. Expired rows stay until they are swept. */
export function isSessionOpen(now: Date): Prisma.Sql {
  return Prisma.sql`s.ends_at > ${now} AND s.last_used_at + make_interval(secs => s.idle_seconds) > ${now}`
}
