import { BUILT_IN_ROLES, type BuiltInRole, type Language, type PackageKind, ROLE_RULES } from '@keyholder/domain'
import type { Prisma } from './generated/client.ts'

type Tx = Prisma.TransactionClient
type Ids = { uuid(): string }

export type NewTenant = { id?: string; name: string; package: PackageKind; seats: number }
export type NewPerson = {
  name: string
  email: string
  language: Language
  role: BuiltInRole
  /** An argon2id string, made by whoever calls: this package knows no passwords. */
  passwordHash: string
}

/** A tenant being made: its built-in roles by name. */
export type MadeTenant = { tenantId: string; roleIds: Record<BuiltInRole, string> }

const ROLE_NAMES: Record<BuiltInRole, string> = {
  holder: 'Pakkethouder',
  administrator: 'Beheerder',
  editor: 'Redacteur',
  reader: 'Lezer',
  api: 'API',
  operator: 'Functioneel beheerder',
}

/** Makes an organisation with its package and its built-in roles. It needs a holder before the transaction ends. */
export async function makeTenant(tx: Tx, ids: Ids, now: Date, tenant: NewTenant): Promise<MadeTenant> {
  const tenantId = tenant.id ?? ids.uuid()
  await tx.tenant.create({ data: { id: tenantId, name: tenant.name, createdAt: now }, select: { id: true } })
  await tx.package.create({ data: { tenantId, kind: tenant.package, seats: tenant.seats }, select: { tenantId: true } })
  const wanted = BUILT_IN_ROLES.filter((role) => (role === 'operator') === (tenant.package === 'platform'))
  const roleIds = Object.fromEntries(BUILT_IN_ROLES.map((role) => [role, ids.uuid()] as const)) as Record<
    BuiltInRole,
    string
  >
  for (const builtIn of wanted) {
    const { rank, permissions } = ROLE_RULES[builtIn]
    const id = roleIds[builtIn]
    await tx.role.create({ data: { tenantId, id, builtIn, name: ROLE_NAMES[builtIn], rank }, select: { id: true } })
    await tx.rolePermission.createMany({
      data: permissions.map((permission) => ({ tenantId, roleId: id, permission })),
    })
  }
  return { tenantId, roleIds }
}

/** Makes a person who can sign in, as an active member; the first with role `holder` becomes the package holder. */
export async function makePerson(tx: Tx, ids: Ids, now: Date, made: MadeTenant, person: NewPerson) {
  const { tenantId, roleIds } = made
  const { name, email, language, passwordHash, role } = person
  const userId = ids.uuid()
  const membershipId = ids.uuid()
  const common = { name, email, language, createdAt: now }
  await tx.user.create({
    data: { ...common, homeTenantId: tenantId, id: userId, kind: 'person' },
    select: { id: true },
  })
  await tx.login.create({
    data: { email, homeTenantId: tenantId, userId, passwordHash, passwordChangedAt: now },
    select: { email: true },
  })
  await tx.membership.create({
    data: {
      ...common,
      tenantId,
      id: membershipId,
      homeTenantId: tenantId,
      userId,
      kind: 'person',
      roleId: roleIds[role],
      status: 'active',
    },
    select: { id: true },
  })
  if (role === 'holder')
    await tx.package.update({ where: { tenantId }, data: { holderId: membershipId }, select: { tenantId: true } })
  return { userId, membershipId }
}
