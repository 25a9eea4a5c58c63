import type { account as contract } from '@keyholder/contracts'
import { AUTHENTICATORS_PER_ACCOUNT } from '@keyholder/domain'
import type { Handler } from '../http/serve.ts'
import { finishEnrollment } from '../identity/factors/authenticator/finish-enrollment.ts'
import { describeFactor, findOwnFactors } from '../identity/factors/own-factors.ts'
import { sessionOf } from '../identity/sessions/session-of.ts'
import { requireTry } from '../identity/throttle/throttle.ts'
import { Problem } from '../problem.ts'
import { unlinkOwn } from './remove-factor.ts'

/** One correct code links it. What it takes the place of goes in the same moment: there are never two, and never none. */
export const confirmAuthenticator: Handler<typeof contract.confirmAuthenticator> = async (
  { params, body },
  context,
) => {
  const { actor, signIn, now } = context
  await requireTry(signIn, now, [{ name: 'enrollmentByUser', parts: [actor.userId] }], 'code.too_many')
  const pending = { owner: actor, code: body.code, begunBy: sessionOf(actor).id, factorId: params.id }
  return signIn.write(async (tx) => {
    const { id, name, replacesId } = await finishEnrollment(tx, context, pending)
    if (replacesId) await unlinkOwn(tx, context, replacesId)
    const authenticators = (await findOwnFactors(tx, actor)).filter(({ kind }) => kind === 'authenticator')
    if (authenticators.length > AUTHENTICATORS_PER_ACCOUNT) throw new Problem('authenticator.limit')
    const linked = { id, kind: 'authenticator', name, ending: null, linkedAt: now, lastUsedAt: now } as const
    // What was linked just now is allowed.
    return describeFactor(linked, { allowed: ['authenticator'], now })
  })
}
