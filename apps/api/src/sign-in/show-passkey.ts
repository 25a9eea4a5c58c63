import type { signIn as contract } from '@keyholder/contracts'
import { countAttemptTry } from '../attempts/attempts.ts'
import { passSecondStep } from '../attempts/pass-second-step.ts'
import { provePasskey } from '../factors/passkey/prove-passkey.ts'
import { withPasskey } from '../factors/passkey/with-passkey.ts'
import type { Handler } from '../http/serve.ts'

/** The second step. Of any number of requests with one signature, over any number of processes, one gets in. */
export const showPasskey: Handler<typeof contract.passkey> = async ({ body }, context) => {
  const { attempt, signIn } = context
  await countAttemptTry(signIn, attempt)
  const proved = await provePasskey(context, { purpose: 'sign-in', owner: attempt, boundTo: attempt.id }, body.passkey)
  return withPasskey(context, proved, (tx) => passSecondStep(tx, context, 'passkey'))
}
