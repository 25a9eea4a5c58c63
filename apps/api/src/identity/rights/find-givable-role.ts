import { type Acting, mayGiveRole } from '@keyholder/domain'
import type { Tx } from '@keyholder/prisma'
import { Problem } from '../../problem.ts'
import { ROLE_COLUMNS, ROLES_HERE, type Role } from './rights.ts'

/**
 * The role that is to be given.
 * @throws Problem `role.not_givable`, the same for a role of another organisation and for one that is nowhere (AZH-07)
 */
export async function findGivableRole(tx: Tx, by: Pick<Acting, 'rights'>, id: string): Promise<Role> {
  const [role] = await tx.$queryRaw<Role[]>`SELECT ${ROLE_COLUMNS} FROM ${ROLES_HERE} WHERE here.id = ${id}::uuid`
  if (!role || !mayGiveRole(by, role)) throw new Problem('role.not_givable')
  return role
}
