import type { signIn as contract } from '@keyholder/contracts'
import type { Handler } from '../http/serve.ts'
import { countSignInAttempt } from '../identity/attempts/attempts.ts'
import { completeSecondFactor } from '../identity/attempts/complete-second-factor.ts'
import { clearSecondFactorCounter } from '../identity/factors/count-wrong-codes.ts'
import { consumeCode, findOutstanding, verifyCode } from '../identity/factors/one-time-code/verify-code.ts'

/** The second step by a code that was sent for this sign-in, and for no other. Of any number at once, one gets in (CHN-04). */
export const verifySentCode: Handler<typeof contract.verifySentCode> = async ({ body: { code } }, context) => {
  const { attempt, signIn, now } = context
  const outstanding = await findOutstanding(context, attempt, { boundTo: attempt.id, purpose: 'sign-in' })
  await countSignInAttempt(signIn, attempt)
  await verifyCode(context, attempt, { outstanding, code })
  return signIn.write(async (tx) => {
    await consumeCode(tx, outstanding, now)
    await clearSecondFactorCounter(tx, attempt)
    return completeSecondFactor(tx, context, outstanding.method)
  })
}
