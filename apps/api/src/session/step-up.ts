import type { session as contract } from '@keyholder/contracts'
import type { Handler } from '../http/serve.ts'
import { consumeTimeStep, verifyTotp } from '../identity/factors/authenticator/verify-totp.ts'
import { completeStepUp } from '../identity/sessions/complete-step-up.ts'

/** The second step once more, for what is sensitive. Counted together with every other try of this user. */
export const stepUp: Handler<typeof contract.stepUp> = async ({ body }, context) => {
  const { actor, signIn, now } = context
  const proof = await verifyTotp(context, actor, body.code)
  return signIn.write(async (tx) => {
    await consumeTimeStep(tx, proof, now)
    return completeStepUp(tx, context, 'authenticator')
  })
}
