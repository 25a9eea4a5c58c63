import type { Tx } from '@keyholder/prisma'
import type { By, Work } from '../../context.ts'
import { Problem } from '../../problem.ts'
import { record } from '../audit/record.ts'
import { requireTry } from '../throttle/throttle.ts'
import type { ApiUserRow } from './find-api-user.ts'
import { mailCredentialLink } from './mail-credential-link.ts'

/**
 * Sends the contact a new link. What works now goes on working until the new credential is picked up. Whoever sends it
 * answers for it from here on: their rights are asked again then.
 * @throws Problem `request.too_many`; `user.wrong_status` when it was deactivated meanwhile
 */
export async function resendCredentialLink(
  tx: Tx,
  work: Work,
  { by, client }: { by: By; client: ApiUserRow },
): Promise<void> {
  const { tenantId, membershipId: inviterId, name: invitedBy } = by
  const { id, name } = client
  const tries = [
    { name: 'invitationResend', parts: [id] },
    { name: 'invitationByTenant', parts: [tenantId] },
  ] as const
  await requireTry(tx, work.now, tries, 'request.too_many')
  // The guard of the status, and the lock that makes two who send at once wait for one another.
  const where = { tenantId, id, kind: 'api', status: 'active' }
  const { count } = await tx.membership.updateMany({ where, data: { invitedBy, inviterId } })
  if (count === 0) throw new Problem('user.wrong_status')
  await record(tx, work, { tenantId, action: 'api-user.credential-link-sent', object: { kind: 'user', id, name } })
  await mailCredentialLink(tx, work, { by, client })
}
