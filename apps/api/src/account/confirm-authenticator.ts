import type { account as contract } from '@keyholder/contracts'
import { AUTHENTICATORS_PER_ACCOUNT } from '@keyholder/domain'
import { finishLinking } from '../factors/authenticator/finish-linking.ts'
import { ownerOf } from '../factors/code-owner.ts'
import type { Handler } from '../http/serve.ts'
import { Problem } from '../problem.ts'
import { sessionOf } from '../sessions/session-of.ts'
import { requireTry } from '../throttle.ts'
import { findLinked } from './list-authenticators.ts'
import { unlinkOwn } from './remove-factor.ts'

/** One correct code links it. What it takes the place of goes in the same moment: there are never two, and never none. */
export const confirmAuthenticator: Handler<typeof contract.confirmAuthenticator> = async (
  { params, body },
  context,
) => {
  const { actor, signIn, now } = context
  const { userId } = actor
  await requireTry(signIn, now, [{ name: 'enrolmentByUser', parts: [userId] }], 'code.too_many')
  const pending = { owner: ownerOf(actor), code: body.code, begunBy: sessionOf(actor).id, factorId: params.id }
  return signIn.write(async (tx) => {
    const { id, name, replacesId } = await finishLinking(tx, context, pending)
    if (replacesId) await unlinkOwn(tx, context, replacesId)
    if ((await findLinked(tx, actor)).length > AUTHENTICATORS_PER_ACCOUNT) throw new Problem('authenticator.limit')
    return { id, name, linkedAt: now.toISOString(), lastUsedAt: now.toISOString() }
  })
}
