import { formatRelinkCode, newRelinkCode, RELINK_CODE_LIFETIME_SECONDS, type UnlinkReason } from '@keyholder/domain'
import type { Tx } from '@keyholder/prisma'
import type { By, Work } from '../../context.ts'
import { enqueue } from '../../outbox/enqueue.ts'
import { Problem } from '../../problem.ts'
import { record } from '../audit/record.ts'
import type { Member } from '../members/find-member.ts'
import { objectOf } from '../members/object-of.ts'

type Unlinking = { by: By; member: Member; reason: UnlinkReason }

/**
 * Takes the second step away and ends everything that it opened, wherever. What is given in its place is a code that only
 * this answer holds: the password alone opens nothing (REC-18).
 * @throws Problem `user.other_home`, `authenticator.none`
 */
export async function unlinkFactors(
  tx: Tx,
  work: Work,
  { by, member, reason }: Unlinking,
): Promise<{ relinkCode: string; expiresAt: string }> {
  const { platform, now } = work
  const { tenantId } = by
  const code = newRelinkCode((size) => platform.random.bytes(size))
  const expiresAt = new Date(now.getTime() + RELINK_CODE_LIFETIME_SECONDS * 1000)
  const codeHash = platform.keyedHash.hash('relink-code', `${member.userId} ${code}`)
  // A function of the tables' owner: no other role may touch factors, and sessions in other organisations end as well.
  const [answer] = await tx.$queryRaw<{ unlinked: boolean | null }[]>`
    SELECT unlink_authenticators(${member.id}::uuid, ${codeHash}, ${by.membershipId}::uuid, ${by.name}, ${now}::timestamptz, ${expiresAt}::timestamptz) AS unlinked`
  if (answer?.unlinked === null) throw new Problem('user.other_home')
  if (!answer?.unlinked) throw new Problem('authenticator.none')
  await record(tx, work, { tenantId, action: 'authenticator.unlinked', object: objectOf(member), reason })
  const data = { tenantName: by.tenant.name, by: by.name, at: now.toISOString() }
  await enqueue(tx, work, { tenantId, membershipId: member.id, template: 'authenticator-unlinked', data })
  return { relinkCode: formatRelinkCode(code), expiresAt: expiresAt.toISOString() }
}
