import type { account as contract } from '@keyholder/contracts'
import type { Handler } from '../http/serve.ts'
import { beginNumber } from '../identity/factors/sms/begin-number.ts'
import { sessionOf } from '../identity/sessions/session-of.ts'

/** The number that is linked keeps getting the codes until the code of the new one was shown (ENR-13). */
export const startNumber: Handler<typeof contract.startNumber> = ({ body }, context) => {
  const { actor } = context
  return beginNumber(context, { owner: actor, input: body.number, begunBy: sessionOf(actor).id })
}
