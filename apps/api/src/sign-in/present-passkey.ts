import type { signIn as contract } from '@keyholder/contracts'
import type { Handler } from '../http/serve.ts'
import { countSignInAttempt } from '../identity/attempts/attempts.ts'
import { completeSecondFactor } from '../identity/attempts/complete-second-factor.ts'
import { verifyPasskey } from '../identity/factors/passkey/verify-passkey.ts'
import { withPasskey } from '../identity/factors/passkey/with-passkey.ts'

/** The second step. Of any number of requests with one signature, over any number of processes, one gets in. */
export const presentPasskey: Handler<typeof contract.passkey> = async ({ body }, context) => {
  const { attempt, signIn } = context
  await countSignInAttempt(signIn, attempt)
  const verified = await verifyPasskey(
    context,
    { purpose: 'sign-in', owner: attempt, boundTo: attempt.id },
    body.passkey,
  )
  return withPasskey(context, verified, (tx) => completeSecondFactor(tx, context, 'passkey'))
}
