import type { apiUsers as contract } from '@keyholder/contracts'
import { mayAddUsers, mayGrant, type ProblemCode, type Scope } from '@keyholder/domain'
import type { Tx } from '@keyholder/prisma'
import type { Actor, ActorContext } from '../context.ts'
import type { Handler } from '../http/serve.ts'
import { record } from '../identity/audit/record.ts'
import { mailCredentialLink } from '../identity/clients/mail-credential-link.ts'
import { requireTry } from '../identity/throttle/throttle.ts'
import { deny } from './deny.ts'

/** Makes a user that is a program. It is active at once, and can do nothing until its contact has picked a credential up. */
export const createApiUser: Handler<typeof contract.create> = async ({ body }, context) => {
  const { actor, db, signIn, now } = context
  const { tenantId } = actor
  const refusal = whyNot(actor, body.scopes)
  if (refusal) await deny(context, refusal, { action: 'api-user.created', object: { kind: 'user', name: body.name } })
  await requireTry(signIn, now, [{ name: 'invitationByTenant', parts: [tenantId] }], 'request.too_many')
  const { name, responsible, contactEmail } = body
  return db.write(async (tx) => {
    const { id, role } = await insertApiUser(tx, context, body)
    await mailCredentialLink(tx, context, { id, name, responsible, contactEmail })
    await record(tx, context, {
      tenantId,
      action: 'api-user.created',
      object: { kind: 'user', id, name },
      after: { responsible, contactEmail, scopes: body.scopes.join(' ') },
    })
    return {
      id,
      kind: 'api',
      name,
      email: contactEmail,
      role,
      status: 'active',
      secondStep: 'none',
      lastSignInAt: null,
      createdAt: now.toISOString(),
      invitationExpiresAt: null,
      isHolder: false,
    }
  })
}

function whyNot({ tenant, permissions }: Actor, scopes: readonly Scope[]): ProblemCode | null {
  if (!mayAddUsers(tenant.package)) return 'package.has_no_users'
  return mayGrant(permissions, scopes) ? null : 'scope.not_grantable'
}

type Wanted = Parameters<Handler<typeof contract.create>>[0]['body']

async function insertApiUser(tx: Tx, { actor, platform, now }: ActorContext, wanted: Wanted) {
  const { tenantId } = actor
  const { name, responsible, contactEmail, language } = wanted
  const role = await tx.role.findFirstOrThrow({ where: { tenantId, builtIn: 'api' }, select: { id: true, name: true } })
  const userId = platform.random.uuid()
  const id = platform.random.uuid()
  const common = { tenantId, kind: 'api', name, email: contactEmail, language, createdAt: now }
  await tx.user.createMany({ data: [{ ...common, id: userId }] })
  const maker = { invitedBy: actor.name, inviterId: actor.membershipId }
  const member = { ...common, ...maker, id, userTenantId: tenantId, userId, roleId: role.id, status: 'active' }
  await tx.membership.createMany({ data: [member] })
  const scopes = [...new Set(wanted.scopes)]
  await tx.apiUser.createMany({ data: [{ tenantId, userId, responsible, contactEmail, scopes }] })
  return { id, role: { ...role, builtIn: 'api' as const } }
}
