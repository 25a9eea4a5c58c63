import type { account as contract } from '@keyholder/contracts'
import type { Handler } from '../http/serve.ts'
import { beginPhone } from '../identity/factors/sms/begin-phone.ts'
import { sessionOf } from '../identity/sessions/session-of.ts'

/** The number that is linked keeps getting the codes until the code of the new one was shown (ENR-13). */
export const startPhone: Handler<typeof contract.startPhone> = ({ body }, context) => {
  const { actor } = context
  return beginPhone(context, { owner: actor, input: body.phone, begunBy: sessionOf(actor).id })
}
