import type { account as contract } from '@keyholder/contracts'
import type { Handler } from '../http/serve.ts'
import { record } from '../identity/audit/record.ts'
import { Problem } from '../problem.ts'

/** Somebody else's is answered as one that is not there (SES-08). Ending the one in use is signing out. */
export const endSession: Handler<typeof contract.endSession> = async ({ params: { id } }, context) => {
  const { actor, signIn, cookies } = context
  const { tenantId, userId } = actor
  await signIn.write(async (tx) => {
    const { count } = await tx.session.deleteMany({ where: { userId, id } })
    if (count === 0) throw new Problem('session.not_found')
    await record(tx, context, { tenantId, action: 'session.ended', object: { kind: 'session', id } })
  })
  if (id === actor.session?.id) cookies.endSession()
}
