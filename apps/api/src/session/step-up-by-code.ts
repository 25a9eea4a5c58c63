import type { session as contract } from '@keyholder/contracts'
import type { Handler } from '../http/serve.ts'
import { clearSecondFactorCounter } from '../identity/factors/count-wrong-codes.ts'
import { consumeCode, findOutstanding, verifyCode } from '../identity/factors/one-time-code/verify-code.ts'
import { completeStepUp } from '../identity/sessions/complete-step-up.ts'
import { sessionOf } from '../identity/sessions/session-of.ts'

/** The second step once more, by the code of a text message. Counted together with every other try of this user. */
export const stepUpByCode: Handler<typeof contract.stepUpByCode> = async ({ body: { code } }, context) => {
  const { actor, signIn, now } = context
  const owner = actor
  const outstanding = await findOutstanding(context, owner, { boundTo: sessionOf(actor).id, purpose: 'step-up' })
  await verifyCode(context, owner, { outstanding, code })
  return signIn.write(async (tx) => {
    await consumeCode(tx, outstanding, now)
    await clearSecondFactorCounter(tx, owner)
    return completeStepUp(tx, context, 'sms')
  })
}
