import type { signIn as contract } from '@keyholder/contracts'
import type { Handler } from '../http/serve.ts'
import { countAttemptTry } from '../identity/attempts/attempts.ts'
import { passSecondStep } from '../identity/attempts/pass-second-step.ts'
import { provePasskey } from '../identity/factors/passkey/prove-passkey.ts'
import { withPasskey } from '../identity/factors/passkey/with-passkey.ts'

/** The second step. Of any number of requests with one signature, over any number of processes, one gets in. */
export const showPasskey: Handler<typeof contract.passkey> = async ({ body }, context) => {
  const { attempt, signIn } = context
  await countAttemptTry(signIn, attempt)
  const proved = await provePasskey(context, { purpose: 'sign-in', owner: attempt, boundTo: attempt.id }, body.passkey)
  return withPasskey(context, proved, (tx) => passSecondStep(tx, context, 'passkey'))
}
