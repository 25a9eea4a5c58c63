import type { signIn as contract } from '@keyholder/contracts'
import type { Handler } from '../http/serve.ts'
import { countAttemptTry } from '../identity/attempts/attempts.ts'
import { passSecondStep } from '../identity/attempts/pass-second-step.ts'
import { clearSecondFactorCounter } from '../identity/factors/count-wrong-codes.ts'
import { findOutstanding, proveSentCode, takeSentCode } from '../identity/factors/one-time-code/prove-sent-code.ts'

/** The second step by a code that was sent for this sign-in, and for no other. Of any number at once, one gets in (CHN-04). */
export const showCode: Handler<typeof contract.showCode> = async ({ body: { code } }, context) => {
  const { attempt, signIn, now } = context
  const outstanding = await findOutstanding(context, attempt, { boundTo: attempt.id, purpose: 'sign-in' })
  await countAttemptTry(signIn, attempt)
  await proveSentCode(context, attempt, { outstanding, code })
  return signIn.write(async (tx) => {
    await takeSentCode(tx, outstanding, now)
    await clearSecondFactorCounter(tx, attempt)
    return passSecondStep(tx, context, outstanding.way)
  })
}
