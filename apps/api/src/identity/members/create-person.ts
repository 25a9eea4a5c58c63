import type { BuiltInRole, Language, UserKey } from '@keyholder/domain'
import type { Tx } from '@keyholder/prisma'
import type { CreatedTenant, Maker } from '../tenants/create-tenant.ts'

export type NewPerson = {
  name: string
  email: string
  language: Language
  role: BuiltInRole
  /** An argon2id string: hashing takes its time, so outside of any transaction. */
  passwordHash: string
}

/**
 * Makes a person who can sign in, as an active member; with the role `holder` they become the package holder. Without an invitation:
 * for the demonstration, tests and moving in. Only the owner of the tables may.
 */
export async function createPerson(
  tx: Tx,
  { platform, now }: Maker,
  { tenantId, roleIds }: CreatedTenant,
  person: NewPerson,
): Promise<Pick<UserKey, 'userId'> & { membershipId: string }> {
  const { name, email, language, passwordHash, role } = person
  const [userId, membershipId] = [platform.random.uuid(), platform.random.uuid()]
  const common = { homeTenantId: tenantId, kind: 'person', name, email, language, createdAt: now }
  await tx.user.createMany({ data: [{ ...common, id: userId }] })
  const login = { email, homeTenantId: tenantId, userId, passwordHash, passwordChangedAt: now }
  await tx.login.createMany({ data: [login] })
  const place = { tenantId, id: membershipId, userId, roleId: roleIds[role], status: 'active' }
  await tx.membership.createMany({ data: [{ ...common, ...place }] })
  if (role === 'holder') await tx.package.updateMany({ where: { tenantId }, data: { holderId: membershipId } })
  return { userId, membershipId }
}
