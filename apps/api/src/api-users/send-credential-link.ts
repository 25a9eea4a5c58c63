import type { apiUsers as contract } from '@keyholder/contracts'
import { mayGrant, outranks, type ProblemCode } from '@keyholder/domain'
import type { Actor } from '../context.ts'
import type { Handler } from '../http/serve.ts'
import { record } from '../identity/audit/record.ts'
import { type ApiUserRow, findApiUser, toApiUser } from '../identity/clients/find-api-user.ts'
import { mailCredentialLink } from '../identity/clients/mail-credential-link.ts'
import { requireTry } from '../identity/throttle/throttle.ts'
import { Problem } from '../problem.ts'
import { deny } from './deny.ts'

/**
 * Sends the contact a new link. What works now goes on working until the new credential is picked up. Whoever sends it
 * answers for it from here on: their rights are asked again then.
 */
export const sendCredentialLink: Handler<typeof contract.sendCredentialLink> = async ({ params }, context) => {
  const { actor, db, signIn, now } = context
  const { tenantId, membershipId: inviterId, name: invitedBy } = actor
  const found = await db.read((tx) => findApiUser(tx, { tenantId, id: params.id, now }))
  const object = { kind: 'user', id: found.id, name: found.name }
  const refusal = whyNot(actor, found)
  if (refusal) await deny(context, refusal, { action: 'api-user.credential-link-sent', object })
  const tries = [
    { name: 'invitationResend', parts: [found.id] },
    { name: 'invitationByTenant', parts: [tenantId] },
  ] as const
  await requireTry(signIn, now, tries, 'request.too_many')
  const { expiresAt } = await db.write(async (tx) => {
    // The guard of the status, and the lock that makes two who send at once wait for one another.
    const where = { tenantId, id: found.id, kind: 'api', status: 'active' }
    const { count } = await tx.membership.updateMany({ where, data: { invitedBy, inviterId } })
    if (count === 0) throw new Problem('user.wrong_status')
    await record(tx, context, { tenantId, action: 'api-user.credential-link-sent', object })
    return mailCredentialLink(tx, context, found)
  })
  return toApiUser({ ...found, linkExpiresAt: expiresAt })
}

function whyNot({ role, permissions }: Actor, { rank, scopes }: ApiUserRow): ProblemCode | null {
  if (!outranks(role.rank, rank)) return 'user.outranks_you'
  return mayGrant(permissions, scopes) ? null : 'scope.not_grantable'
}
