import type { account as contract } from '@keyholder/contracts'
import { AUTHENTICATORS_PER_ACCOUNT } from '@keyholder/domain'
import { beginLinking } from '../factors/authenticator/begin-linking.ts'
import type { Handler } from '../http/serve.ts'
import { Problem } from '../problem.ts'
import { sessionOf } from '../sessions/session-of.ts'
import { findLinked } from './list-authenticators.ts'

/** What is linked keeps working until one correct code of the new one was shown (ENR-04). */
export const startAuthenticator: Handler<typeof contract.startAuthenticator> = async ({ body }, context) => {
  const { actor, signIn } = context
  const { userTenantId: tenantId, userId, email } = actor
  const { name, replaces } = body
  return signIn.write(async (tx) => {
    const linked = await findLinked(tx, actor)
    if (replaces && !linked.some(({ id }) => id === replaces)) throw new Problem('request.not_found')
    if (!replaces && linked.length >= AUTHENTICATORS_PER_ACCOUNT) throw new Problem('authenticator.limit')
    const wanted = {
      tenantId,
      userId,
      email,
      name,
      begunBy: sessionOf(actor).id,
      ...(replaces ? { replacesId: replaces } : {}),
    }
    return beginLinking(tx, context, wanted)
  })
}
