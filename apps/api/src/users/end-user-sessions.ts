import type { users as contract } from '@keyholder/contracts'
import type { Handler } from '../http/serve.ts'
import { record } from '../identity/audit/record.ts'
import { endSessionsOfMember } from '../identity/sessions/end-sessions.ts'
import { actOnUser, objectOf } from './act-on-user.ts'

/** Ends what this user has open in this organisation, and nothing elsewhere (SES-09). */
export const endUserSessions: Handler<typeof contract.endSessions> = async ({ params: { id } }, context) => {
  const { tenantId } = context.actor
  await actOnUser(context, { action: 'end-sessions', id }, async (tx, member) => {
    const ended = await endSessionsOfMember(tx, { tenantId, membershipId: id })
    const after = { endedSessions: String(ended) }
    await record(tx, context, { tenantId, action: 'user.sessions-ended', object: objectOf(member), after })
  })
}
