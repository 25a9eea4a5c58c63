import type { operators as contract } from '@keyholder/contracts'
import type { PackageKind, PackageStatus } from '@keyholder/domain'
import { Prisma } from '@keyholder/prisma'
import { cutPage, makeCursor, PAGE_SIZE, readCursor } from '../http/cursor.ts'
import type { Handler } from '../http/serve.ts'

type Row = {
  id: string
  name: string
  package: PackageKind
  status: PackageStatus
  holderName: string | null
  seats: number
  seatsUsed: number
  createdAt: Date
}

const LIST = ['platform', 'tenants', 'name']

/** Every organisation by name, as operators see them. The platform's own house is none. */
export const listTenants: Handler<typeof contract.tenants> = async ({ query }, { platform }) => {
  const after = query.cursor === undefined ? null : readCursor(platform, LIST, query.cursor)
  const beyond = after
    ? Prisma.sql`(t.name COLLATE "und-x-icu", t.id) > (${after.key}::text COLLATE "und-x-icu", ${after.id}::uuid)`
    : Prisma.sql`true`
  const rows = await platform.database.operator.read(
    (tx) => tx.$queryRaw<Row[]>`
      SELECT t.id, t.name, t.created_at AS "createdAt", k.kind AS package, k.status, k.seats, h.name AS "holderName",
        (SELECT count(*)::int FROM memberships m WHERE m.tenant_id = t.id AND m.kind = 'person' AND m.status <> 'deactivated') AS "seatsUsed"
      FROM tenants t
      JOIN packages k ON k.tenant_id = t.id AND k.kind <> 'platform'
      LEFT JOIN memberships h ON h.tenant_id = k.tenant_id AND h.id = k.holder_id
      WHERE ${beyond} ORDER BY t.name COLLATE "und-x-icu", t.id LIMIT ${PAGE_SIZE + 1}`,
  )
  const { page, last } = cutPage(rows)
  return {
    items: page.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() })),
    next: last ? makeCursor(platform, LIST, { key: last.name, id: last.id }) : null,
  }
}
