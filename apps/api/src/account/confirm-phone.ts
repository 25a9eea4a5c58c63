import type { account as contract } from '@keyholder/contracts'
import type { Handler } from '../http/serve.ts'
import { finishPhone, verifyPhone } from '../identity/factors/sms/finish-phone.ts'
import { sessionOf } from '../identity/sessions/session-of.ts'

/** Links the number. What it takes the place of goes in the same moment: there are never two, and never none. */
export const confirmPhone: Handler<typeof contract.confirmPhone> = async ({ body }, context) => {
  const { actor, signIn } = context
  const owner = actor
  const outstanding = await verifyPhone(context, { owner, code: body.code, begunBy: sessionOf(actor).id })
  await signIn.write((tx) => finishPhone(tx, context, { owner, outstanding }))
}
