import type { Permission } from '@keyholder/domain'
import type { Tenant, World } from './world.ts'

type NewRole = { name: string; rank: number; permissions: readonly Permission[] }

/** A role that an organisation made for itself, as later issues will let it. */
export async function addRole(
  world: World,
  { tenantId }: Tenant,
  { name, rank, permissions }: NewRole,
): Promise<string> {
  const id = world.platform.random.uuid()
  await world.asOwner(async (tx) => {
    await tx.role.createMany({ data: [{ tenantId, id, name, rank }] })
    await tx.rolePermission.createMany({
      data: permissions.map((permission) => ({ tenantId, roleId: id, permission })),
    })
  })
  return id
}

/** Gives somebody a role by hand, whatever the rules say. */
export async function setRole(world: World, membershipId: string, roleId: string): Promise<void> {
  await world.asOwner((tx) => tx.membership.updateMany({ where: { id: membershipId }, data: { roleId } }))
}
