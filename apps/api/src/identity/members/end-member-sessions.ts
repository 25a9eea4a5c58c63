import type { Tx } from '@keyholder/prisma'
import type { By, Work } from '../../context.ts'
import { record } from '../audit/record.ts'
import { endSessionsOfMember } from '../sessions/end-sessions.ts'
import type { Member } from './find-member.ts'
import { objectOf } from './object-of.ts'

/** Ends what a member has open in this organisation, and nothing elsewhere (SES-09). */
export async function endMemberSessions(
  tx: Tx,
  work: Work,
  { by: { tenantId }, member }: { by: By; member: Member },
): Promise<void> {
  const ended = await endSessionsOfMember(tx, { tenantId, membershipId: member.id })
  const after = { endedSessions: String(ended) }
  await record(tx, work, { tenantId, action: 'user.sessions-ended', object: objectOf(member), after })
}
