import type { apiUsers as contract } from '@keyholder/contracts'
import { mayAddUsers, type PackageKind, type Scope } from '@keyholder/domain'
import type { Tx } from '@keyholder/prisma'
import type { PublicContext } from '../context.ts'
import type { Handler } from '../http/serve.ts'
import { record } from '../identity/audit/record.ts'
import { makeClientCredential } from '../identity/clients/client-credential.ts'
import { consumeLink } from '../identity/links/consume-link.ts'
import { requireLinkTry } from '../identity/links/require-link-try.ts'
import { Problem } from '../problem.ts'
import { urlsOf } from '../settings.ts'

/**
 * The contact takes client id and secret, shown this once. Of any number who try with one link, one gets them. The earlier
 * credential and every access token got with it end in the same moment.
 */
export const pickUpCredential: Handler<typeof contract.pickUpCredential> = async ({ body }, context) => {
  const { platform, signIn, now } = context
  await requireLinkTry(context)
  const made = makeClientCredential(platform.random)
  const { scopes } = await signIn.write(async (tx) => {
    const link = await consumeLink(tx, { token: body.token, purpose: 'api-credential', now })
    const receiver = await findReceiver(tx, link)
    if (!receiver) throw new Problem('link.gone')
    await replaceCredential(tx, context, receiver, made)
    const { tenantId, membershipId: id, name, roleName: role } = receiver
    const event = { tenantId, action: 'api-user.credential-picked-up', actor: { id, name, role } } as const
    await record(tx, context, { ...event, object: { kind: 'user', id, name }, after: { clientId: made.clientId } })
    return receiver
  })
  const { clientId, clientSecret } = made
  const { tokenEndpoint, apiBase } = urlsOf(platform.settings)
  return { clientId, clientSecret, tokenEndpoint, apiBase, scopes }
}

type Receiver = {
  tenantId: string
  membershipId: string
  userId: string
  name: string
  roleName: string
  package: PackageKind
  scopes: Scope[]
}

/**
 * Whoever the link was for, if it still may be picked up: the API user active, the package still one with users, and the
 * person who sent it still there with every right that is in it.
 */
async function findReceiver(tx: Tx, link: { tenantId: string; membershipId: string }): Promise<Receiver | null> {
  const [row] = await tx.$queryRaw<Receiver[]>`
    SELECT m.tenant_id AS "tenantId", m.id AS "membershipId", m.user_id AS "userId", m.name, r.name AS "roleName",
      k.kind AS package, a.scopes
    FROM memberships m
    JOIN roles r ON r.tenant_id = m.tenant_id AND r.id = m.role_id
    JOIN api_users a ON a.tenant_id = m.tenant_id AND a.user_id = m.user_id
    JOIN packages k ON k.tenant_id = m.tenant_id AND k.status = 'active'
    CROSS JOIN LATERAL member_rights(m.tenant_id, m.inviter_id) sender
    WHERE m.tenant_id = ${link.tenantId}::uuid AND m.id = ${link.membershipId}::uuid AND m.kind = 'api' AND m.status = 'active'
      AND sender.permissions @> (a.scopes || 'api-users:manage'::text)`
  return row && mayAddUsers(row.package) ? row : null
}

type Made = ReturnType<typeof makeClientCredential>

async function replaceCredential(
  tx: Tx,
  { platform, now }: PublicContext,
  { tenantId: homeTenantId, userId }: Receiver,
  { clientId, secretHash, lastFour }: Made,
): Promise<void> {
  await tx.apiUser.updateMany({ where: { homeTenantId, userId }, data: { epoch: { increment: 1 } } })
  await tx.apiCredential.updateMany({ where: { homeTenantId, userId, revokedAt: null }, data: { revokedAt: now } })
  const id = platform.random.uuid()
  const credential = {
    homeTenantId,
    id,
    userId,
    clientId,
    secretHash: new Uint8Array(secretHash),
    lastFour,
    createdAt: now,
  }
  await tx.apiCredential.createMany({ data: [credential] })
}
