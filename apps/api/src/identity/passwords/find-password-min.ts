import { PASSWORD_MIN } from '@keyholder/domain'
import { Prisma, type Queryable } from '@keyholder/prisma'

/** How long a user's new password must be: it opens all of their organisations, so the strictest decides. */
export async function findPasswordMin(db: Queryable, userId: string): Promise<number> {
  const sql = Prisma.sql`
    SELECT max(p.password_min) AS most FROM memberships m JOIN policies p ON p.tenant_id = m.tenant_id
    WHERE m.user_id = ${userId}::uuid AND m.status = 'active'`
  const [row] = await db.query<Row>(sql)
  return row?.most ?? PASSWORD_MIN
}

type Row = { most: number | null }
