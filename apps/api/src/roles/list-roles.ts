import type { roles as contract } from '@keyholder/contracts'
import { mayGiveRole } from '@keyholder/domain'
import type { Handler } from '../http/serve.ts'
import { ROLE_COLUMNS, ROLES_HERE, type Role } from '../identity/rights/rights.ts'

type Row = Role & { members: number }

const MEMBERS_COUNTED_UP_TO = 1000

/** The matrix of who may do what, the highest role first. */
export const listRoles: Handler<typeof contract.list> = async (_, { db, actor }) => {
  const rows = await db.read(
    (tx) => tx.$queryRaw<Row[]>`
      SELECT ${ROLE_COLUMNS}, (SELECT count(*)::int FROM (
          SELECT FROM memberships m WHERE m.tenant_id = here.tenant_id AND m.role_id = here.id LIMIT ${MEMBERS_COUNTED_UP_TO}
        ) AS bounded) AS members
      FROM ${ROLES_HERE} ORDER BY r.rank DESC, r.name COLLATE "und-x-icu", r.role_id`,
  )
  return {
    items: rows.map((role) => ({ ...role, givable: mayGiveRole(actor, role) })),
  }
}
