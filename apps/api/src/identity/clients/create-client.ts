import { refusalForApiUser, type Scope } from '@keyholder/domain'
import type { Tx } from '@keyholder/prisma'
import type { By, Work } from '../../context.ts'
import { Problem } from '../../problem.ts'
import { record } from '../audit/record.ts'
import { requireTry } from '../throttle/throttle.ts'
import { mailCredentialLink } from './mail-credential-link.ts'

export type NewClient = {
  name: string
  responsible: string
  contactEmail: string
  language: string
  scopes: readonly Scope[]
}

/**
 * Makes an API user. It is active at once, and can do nothing until its contact has picked a credential up.
 * @returns its membership's id
 * @throws Problem `package.has_no_users`, `scope.not_grantable`, `request.too_many`
 */
export async function createClient(tx: Tx, work: Work, { by, client }: { by: By; client: NewClient }): Promise<string> {
  const { tenantId } = by
  const { name, responsible, contactEmail, scopes } = client
  const refusal = refusalForApiUser(by, { packageKind: by.tenant.package, scopes })
  if (refusal) throw new Problem(refusal)
  await requireTry(tx, work.now, [{ name: 'invitationByTenant', parts: [tenantId] }], 'request.too_many')
  const id = await insertClient(tx, work, { by, client })
  await mailCredentialLink(tx, work, { by, client: { id, name, responsible, contactEmail } })
  const after = { responsible, contactEmail, scopes: scopes.join(' ') }
  await record(tx, work, { tenantId, action: 'api-user.created', object: { kind: 'user', id, name }, after })
  return id
}

/** At home where it is made, and nowhere else. */
async function insertClient(tx: Tx, { platform, now }: Work, { by, client }: { by: By; client: NewClient }) {
  const { tenantId } = by
  const { name, responsible, contactEmail, language } = client
  const role = await tx.role.findFirstOrThrow({ where: { tenantId, builtIn: 'api' }, select: { id: true } })
  const [userId, id] = [platform.random.uuid(), platform.random.uuid()]
  const common = { homeTenantId: tenantId, kind: 'api', name, email: contactEmail, language, createdAt: now }
  await tx.user.createMany({ data: [{ ...common, id: userId }] })
  const place = { tenantId, id, userId, roleId: role.id, status: 'active' }
  const maker = { invitedBy: by.name, inviterId: by.membershipId }
  await tx.membership.createMany({ data: [{ ...common, ...place, ...maker }] })
  const scopes = [...new Set(client.scopes)]
  await tx.apiUser.createMany({ data: [{ homeTenantId: tenantId, userId, responsible, contactEmail, scopes }] })
  return id
}
