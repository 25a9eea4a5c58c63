import type { signIn as contract } from '@keyholder/contracts'
import type { Handler } from '../http/serve.ts'
import { countSignInAttempt } from '../identity/attempts/attempts.ts'
import { completeSecondFactor } from '../identity/attempts/complete-second-factor.ts'
import { consumeTimeStep, verifyTotp } from '../identity/factors/authenticator/verify-totp.ts'

/** The second step. Of any number of requests with one code, over any number of processes, one gets in. */
export const verifyAuthenticatorCode: Handler<typeof contract.authenticator> = async ({ body }, context) => {
  const { attempt, signIn, now } = context
  await countSignInAttempt(signIn, attempt)
  const proof = await verifyTotp(context, attempt, body.code)
  return signIn.write(async (tx) => {
    await consumeTimeStep(tx, proof, now)
    return completeSecondFactor(tx, context, 'authenticator')
  })
}
