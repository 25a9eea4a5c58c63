import type { signIn as contract } from '@keyholder/contracts'
import type { Handler } from '../http/serve.ts'
import { beginPhone } from '../identity/factors/sms/begin-phone.ts'

/** Sends a code to the phone to be enrolled, where the organisation allows it. */
export const startSmsEnrollment: Handler<typeof contract.startSmsEnrollment> = ({ body }, context) => {
  const { attempt } = context
  return beginPhone(context, { owner: attempt, input: body.phone, begunBy: attempt.id })
}
