import type { BuiltInRole } from '@keyholder/domain'
import { newestToken } from './stored-rows.ts'
import type { SignedIn, Tenant, World } from './world.ts'

export type Invited = { membershipId: string; name: string; email: string; token: string }

let guests = 0

/** Somebody whom the caller invited by the ordinary way, with the secret part of the link that was mailed. */
export async function invite(
  world: World,
  caller: SignedIn,
  tenant: Tenant,
  { email, role = 'reader' }: { email?: string; role?: BuiltInRole } = {},
): Promise<Invited> {
  guests += 1
  const name = `Gast ${guests}`
  const address = email ?? `gast${guests}@example.nl`
  const { id } = await caller.api.users.invite({
    body: { name, email: address, roleId: tenant.roleIds[role], language: 'nl' },
  })
  return { membershipId: id, name, email: address, token: await newestToken(world, id) }
}
