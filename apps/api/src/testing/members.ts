import type { MembershipStatus, SecondStepState, UserKind } from '@keyholder/domain'
import type { Person, Tenant, World } from './world.ts'

type MemberRow = {
  name: string
  email?: string
  kind?: UserKind
  status?: MembershipStatus
  secondStep?: SecondStepState
  lastSignInAt?: Date | null
  role?: 'administrator' | 'editor' | 'reader' | 'api'
}

/**
 * Members straight into the tables, however many, for what only reads them. Nobody of these can sign in.
 * @returns their ids, in the same order
 */
export async function addMembers(
  world: World,
  { tenantId, roleIds }: Tenant,
  members: readonly MemberRow[],
): Promise<string[]> {
  const { random } = world.platform
  const begin = world.clock.now().getTime()
  const rows = members.map(({ role = 'reader', status = 'invited', ...member }, index) => {
    const id = random.uuid()
    const joined = status === 'invited' ? {} : { homeTenantId: tenantId, userId: random.uuid() }
    const common = {
      tenantId,
      id,
      kind: 'person',
      email: `${id}@example.nl`,
      language: 'nl',
      createdAt: new Date(begin + index),
    }
    return { ...common, ...member, ...joined, status, roleId: roleIds[role] }
  })
  const users = rows.flatMap(({ userId, kind, name, email, language, createdAt }) =>
    userId ? [{ homeTenantId: tenantId, id: userId, kind, name, email, language, createdAt }] : [],
  )
  await world.asOwner(async (tx) => {
    // It counts all members for each that is added.
    await tx.$executeRaw`ALTER TABLE memberships DISABLE TRIGGER memberships_fit_the_seats`
    await tx.user.createMany({ data: users })
    await tx.membership.createMany({ data: rows })
    await tx.$executeRaw`ALTER TABLE memberships ENABLE TRIGGER memberships_fit_the_seats`
  })
  return rows.map(({ id }) => id)
}

/** Makes somebody who is at home elsewhere a member here too, straight into the tables. */
export async function addMembership(
  world: World,
  { name, email, userId, tenantId: homeTenantId }: Person,
  { tenantId, roleIds }: Tenant,
  role: 'administrator' | 'editor' | 'reader' = 'editor',
): Promise<string> {
  const id = world.platform.random.uuid()
  const member = { tenantId, id, homeTenantId, userId, kind: 'person', status: 'active', createdAt: world.clock.now() }
  const about = { name, email, language: 'nl', roleId: roleIds[role] }
  await world.asOwner((tx) => tx.membership.createMany({ data: [{ ...member, ...about }] }))
  return id
}
