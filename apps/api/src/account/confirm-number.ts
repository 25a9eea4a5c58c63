import type { account as contract } from '@keyholder/contracts'
import type { Handler } from '../http/serve.ts'
import { finishNumber, proveNumber } from '../identity/factors/sms/finish-number.ts'
import { sessionOf } from '../identity/sessions/session-of.ts'

/** Links the number. What it takes the place of goes in the same moment: there are never two, and never none. */
export const confirmNumber: Handler<typeof contract.confirmNumber> = async ({ body }, context) => {
  const { actor, signIn } = context
  const owner = actor
  const outstanding = await proveNumber(context, { owner, code: body.code, begunBy: sessionOf(actor).id })
  await signIn.write((tx) => finishNumber(tx, context, { owner, outstanding }))
}
