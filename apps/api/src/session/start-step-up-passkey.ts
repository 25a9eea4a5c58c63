import type { session as contract } from '@keyholder/contracts'
import type { Handler } from '../http/serve.ts'
import { offerChallenge } from '../identity/factors/passkey/offer-challenge.ts'
import { requireStepUpMethod } from '../identity/sessions/require-step-up-method.ts'
import { sessionOf } from '../identity/sessions/session-of.ts'

export const startStepUpPasskey: Handler<typeof contract.startStepUpPasskey> = (_, context) => {
  const { actor, signIn, now } = context
  return signIn.write(async (tx) => {
    await requireStepUpMethod(tx, { actor, method: 'passkey', now })
    return offerChallenge(tx, context, { purpose: 'step-up', owner: actor, boundTo: sessionOf(actor).id })
  })
}
