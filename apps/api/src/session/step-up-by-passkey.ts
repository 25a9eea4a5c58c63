import type { session as contract } from '@keyholder/contracts'
import type { Handler } from '../http/serve.ts'
import { verifyPasskey } from '../identity/factors/passkey/verify-passkey.ts'
import { withPasskey } from '../identity/factors/passkey/with-passkey.ts'
import { completeStepUp } from '../identity/sessions/complete-step-up.ts'
import { sessionOf } from '../identity/sessions/session-of.ts'

/** The second step once more, by a passkey. A session that was weak is strong from here on (ENR-24). */
export const stepUpByPasskey: Handler<typeof contract.stepUpByPasskey> = async ({ body }, context) => {
  const { actor } = context
  const ceremony = { purpose: 'step-up', owner: actor, boundTo: sessionOf(actor).id } as const
  const verified = await verifyPasskey(context, ceremony, body.passkey)
  return withPasskey(context, verified, (tx) => completeStepUp(tx, context, 'passkey'))
}
