import type { AuditAction } from '@keyholder/domain'
import { Prisma, type Queryable } from '@keyholder/prisma'

type Lockout = Extract<AuditAction, 'user.deactivated' | 'authenticator.switched-off'>
type Member = { tenantId: string; membershipId: string }
type Row = { at: Date; by: string | null }

/** When a member was last shut out, and by whom: the only two things that signing in may ask of the log. */
export async function findLastLockout(
  db: Queryable,
  { tenantId, membershipId }: Member,
  what: Lockout,
): Promise<{ at?: Date; by?: string }> {
  const sql = Prisma.sql`SELECT at, by FROM find_last_lockout(${tenantId}::uuid, ${membershipId}::uuid, ${what})`
  const [row] = await db.query<Row>(sql)
  return row ? { at: row.at, ...(row.by === null ? {} : { by: row.by }) } : {}
}
