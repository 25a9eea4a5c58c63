import type { account as contract } from '@keyholder/contracts'
import { AUTHENTICATORS_PER_ACCOUNT } from '@keyholder/domain'
import type { Handler } from '../http/serve.ts'
import { beginEnrollment } from '../identity/factors/authenticator/begin-enrollment.ts'
import { findOwnFactors } from '../identity/factors/own-factors.ts'
import { requireEnrollable } from '../identity/factors/require-enrollable.ts'
import { sessionOf } from '../identity/sessions/session-of.ts'
import { Problem } from '../problem.ts'

/** What is linked keeps working until one correct code of the new one was shown (ENR-04). */
export const startAuthenticator: Handler<typeof contract.startAuthenticator> = async ({ body }, context) => {
  const { actor, signIn, now } = context
  const { homeTenantId, userId, email } = actor
  const { name, replaces } = body
  return signIn.write(async (tx) => {
    await requireEnrollable(tx, actor, { kind: 'authenticator', now })
    const linked = (await findOwnFactors(tx, actor)).filter(({ kind }) => kind === 'authenticator')
    if (replaces && !linked.some(({ id }) => id === replaces)) throw new Problem('request.not_found')
    if (!replaces && linked.length >= AUTHENTICATORS_PER_ACCOUNT) throw new Problem('authenticator.limit')
    const begunBy = sessionOf(actor).id
    return beginEnrollment(tx, context, {
      homeTenantId,
      userId,
      email,
      name,
      begunBy,
      ...(replaces ? { replacesId: replaces } : {}),
    })
  })
}
