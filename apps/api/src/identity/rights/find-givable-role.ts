import { type Acting, type BuiltInRole, mayGiveRole, type Permission } from '@keyholder/domain'
import type { Tx } from '@keyholder/prisma'
import { Problem } from '../../problem.ts'

type Role = { id: string; name: string; builtIn: BuiltInRole | null; rank: number; permissions: Permission[] }

/**
 * The role that is to be given.
 * @throws Problem `role.not_givable`, the same for a role of another organisation and for one that is nowhere (AZH-07)
 */
export async function findGivableRole(tx: Tx, by: Pick<Acting, 'rights'>, id: string): Promise<Role> {
  const [role] = await tx.$queryRaw<Role[]>`
    SELECT r.id, r.name, r.built_in AS "builtIn", r.rank,
      ARRAY(SELECT p.permission FROM role_permissions p WHERE p.tenant_id = r.tenant_id AND p.role_id = r.id) AS permissions
    FROM roles r WHERE r.id = ${id}::uuid`
  if (!role || !mayGiveRole(by, role)) throw new Problem('role.not_givable')
  return role
}
