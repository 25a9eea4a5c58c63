import type { roles as contract } from '@keyholder/contracts'
import { type BuiltInRole, mayGiveRole, type Permission } from '@keyholder/domain'
import type { Handler } from '../http/serve.ts'

type Row = {
  id: string
  name: string
  builtIn: BuiltInRole | null
  rank: number
  permissions: Permission[]
  members: number
}

const MEMBERS_COUNTED_UP_TO = 1000

/** The matrix of who may do what, the highest role first. */
export const listRoles: Handler<typeof contract.list> = async (_, { db, actor }) => {
  const rows = await db.read(
    (tx) => tx.$queryRaw<Row[]>`
      SELECT r.id, r.name, r.built_in AS "builtIn", r.rank,
        ARRAY(SELECT p.permission FROM role_permissions p WHERE p.tenant_id = r.tenant_id AND p.role_id = r.id ORDER BY 1) AS permissions,
        (SELECT count(*)::int FROM (
          SELECT FROM memberships m WHERE m.tenant_id = r.tenant_id AND m.role_id = r.id LIMIT ${MEMBERS_COUNTED_UP_TO}
        ) AS bounded) AS members
      FROM roles r ORDER BY r.rank DESC, r.name COLLATE "und-x-icu", r.id`,
  )
  return {
    items: rows.map((role) => ({ ...role, givable: mayGiveRole(actor, role) })),
  }
}
