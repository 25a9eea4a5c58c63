import { BUILT_IN_ROLES, type BuiltInRole, type PackageKind, ROLE_RULES } from '@keyholder/domain'
import type { Tx } from '@keyholder/prisma'
import type { Platform } from '../../context.ts'
import { ROLE_NAMES } from './role-names.ts'

export type NewTenant = { id?: string; name: string; package: PackageKind; seats: number }

/** A tenant that was just made: its built-in roles by name. */
export type CreatedTenant = { tenantId: string; roleIds: Record<BuiltInRole, string> }

/** What making somebody or something needs: ids and the moment, of the platform or of a command. */
export type Maker = { platform: { random: Pick<Platform['random'], 'uuid'> }; now: Date }

/**
 * Makes an organisation with its package and its built-in roles. The database wants a holder before the transaction ends: see
 * `createPerson`. Only the owner of the tables may: operators and commands.
 */
export async function createTenant(tx: Tx, { platform, now }: Maker, tenant: NewTenant): Promise<CreatedTenant> {
  const { random } = platform
  const tenantId = tenant.id ?? random.uuid()
  const { name, package: kind, seats } = tenant
  await tx.tenant.create({ data: { id: tenantId, name, createdAt: now }, select: { id: true } })
  await tx.package.create({ data: { tenantId, kind, seats }, select: { tenantId: true } })
  const ids = BUILT_IN_ROLES.map((role) => [role, random.uuid()] as const)
  const roles = ids.filter(([role]) => (role === 'operator') === (kind === 'platform'))
  await tx.role.createMany({
    data: roles.map(([builtIn, id]) => ({
      tenantId,
      id,
      builtIn,
      name: ROLE_NAMES[builtIn],
      rank: ROLE_RULES[builtIn].rank,
    })),
  })
  await tx.rolePermission.createMany({
    data: roles.flatMap(([builtIn, roleId]) =>
      ROLE_RULES[builtIn].permissions.map((permission) => ({ tenantId, roleId, permission })),
    ),
  })
  // @ts-expect-error fromEntries forgets the keys of a closed list; these are all of them.
  return { tenantId, roleIds: Object.fromEntries(ids) }
}
