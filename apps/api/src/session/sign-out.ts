import type { session as contract } from '@keyholder/contracts'
import type { Handler } from '../http/serve.ts'
import { record } from '../identity/audit/record.ts'

/** The row goes: the cookie, wherever it was copied to, opens nothing any more (SES-06). */
export const signOut: Handler<typeof contract.signOut> = async (_, context) => {
  const { actor, signIn, cookies } = context
  const { tenantId, session } = actor
  await signIn.write(async (tx) => {
    await tx.session.deleteMany({ where: { tenantId, id: session?.id ?? '' } })
    await record(tx, context, { tenantId, action: 'session.signed-out' })
  })
  cookies.endSession()
}
