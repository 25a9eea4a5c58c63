import type { account as contract } from '@keyholder/contracts'
import type { Handler } from '../http/serve.ts'
import { record } from '../identity/audit/record.ts'
import { endSessionsOfUser } from '../identity/sessions/end-sessions.ts'
import { sessionOf } from '../identity/sessions/session-of.ts'

export const endOtherSessions: Handler<typeof contract.endOtherSessions> = async (_, context) => {
  const { actor, signIn } = context
  const { tenantId, userId } = actor
  await signIn.write(async (tx) => {
    const ended = await endSessionsOfUser(tx, { userId, but: sessionOf(actor).id })
    await record(tx, context, { tenantId, action: 'session.ended', after: { ended: String(ended) } })
  })
}
