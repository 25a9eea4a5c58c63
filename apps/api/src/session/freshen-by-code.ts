import type { session as contract } from '@keyholder/contracts'
import type { Handler } from '../http/serve.ts'
import { clearSecondFactorCounter } from '../identity/factors/count-wrong-codes.ts'
import { findOutstanding, proveSentCode, takeSentCode } from '../identity/factors/one-time-code/prove-sent-code.ts'
import { passFresh } from '../identity/sessions/pass-fresh.ts'
import { sessionOf } from '../identity/sessions/session-of.ts'

/** The second step once more, by the code of a text message. Counted together with every other try of this user. */
export const freshenByCode: Handler<typeof contract.freshenByCode> = async ({ body: { code } }, context) => {
  const { actor, signIn, now } = context
  const owner = actor
  const outstanding = await findOutstanding(context, owner, { boundTo: sessionOf(actor).id, purpose: 'fresh' })
  await proveSentCode(context, owner, { outstanding, code })
  return signIn.write(async (tx) => {
    await takeSentCode(tx, outstanding, now)
    await clearSecondFactorCounter(tx, owner)
    return passFresh(tx, context, 'sms')
  })
}
