import type { tenant as contract } from '@keyholder/contracts'
import { mayAddUsers } from '@keyholder/domain'
import { Prisma, type Tx } from '@keyholder/prisma'
import type { Handler } from '../http/serve.ts'

const COUNTED_UP_TO = 1000
const LONG_ABSENT_DAYS = 90
const DAY = 86_400_000

type Row = { seats: number; seatsUsed: number; holderName: string | null }
type Attention = { withoutSecondStep: number; longAbsent: number; openInvitations: number }

/** How full the package is and, for those who may see the users, who needs attention. */
export const readPackage: Handler<typeof contract.package> = async (_, { db, actor, now }) => {
  const { tenantId: id, tenant, rights } = actor
  const { seats, seatsUsed, holderName, attention } = await db.read(async (tx) => {
    const [row] = await tx.$queryRaw<Row[]>(PACKAGE)
    if (!row) throw new Error('An organisation has no package.')
    return { ...row, attention: rights.permissions.includes('users:read') ? await readAttention(tx, now) : null }
  })
  return {
    tenant: { id, name: tenant.name, package: tenant.package },
    status: tenant.packageStatus,
    holderName: holderName ?? '',
    seats,
    seatsUsed,
    mayAddUsers: mayAddUsers(tenant.package),
    withoutSecondStep: attention?.withoutSecondStep ?? null,
    longAbsent: attention?.longAbsent ?? null,
    openInvitations: attention?.openInvitations ?? null,
  }
}

// Seats are counted as the table itself counts them: people who are active or invited.
const PACKAGE = Prisma.sql`
  SELECT k.seats, h.name AS "holderName",
    (SELECT count(*)::int FROM memberships m WHERE m.tenant_id = k.tenant_id AND m.kind = 'person' AND m.status <> 'deactivated') AS "seatsUsed"
  FROM packages k LEFT JOIN memberships h ON h.tenant_id = k.tenant_id AND h.id = k.holder_id`

async function readAttention(tx: Tx, now: Date): Promise<Attention | null> {
  const longAgo = new Date(now.getTime() - LONG_ABSENT_DAYS * DAY)
  const activePeople = Prisma.sql`m.kind = 'person' AND m.status = 'active'`
  const [row] = await tx.$queryRaw<Attention[]>`SELECT
    ${counted(Prisma.sql`${activePeople} AND m.second_step = 'none'`)} AS "withoutSecondStep",
    ${counted(Prisma.sql`${activePeople} AND m.last_sign_in_at < ${longAgo}::timestamptz`)} AS "longAbsent",
    ${counted(Prisma.sql`m.status = 'invited'`)} AS "openInvitations"`
  return row ?? null
}

function counted(condition: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(SELECT count(*)::int FROM (SELECT FROM memberships m WHERE ${condition} LIMIT ${COUNTED_UP_TO}) AS bounded)`
}
