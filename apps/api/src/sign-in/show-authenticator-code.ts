import type { signIn as contract } from '@keyholder/contracts'
import type { Handler } from '../http/serve.ts'
import { countAttemptTry } from '../identity/attempts/attempts.ts'
import { passSecondStep } from '../identity/attempts/pass-second-step.ts'
import { proveCode, takeStep } from '../identity/factors/authenticator/prove-code.ts'

/** The second step. Of any number of requests with one code, over any number of processes, one gets in. */
export const showAuthenticatorCode: Handler<typeof contract.authenticator> = async ({ body }, context) => {
  const { attempt, signIn, now } = context
  await countAttemptTry(signIn, attempt)
  const proof = await proveCode(context, attempt, body.code)
  return signIn.write(async (tx) => {
    await takeStep(tx, proof, now)
    return passSecondStep(tx, context, 'authenticator')
  })
}
