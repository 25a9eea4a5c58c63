import type { signIn as contract } from '@keyholder/contracts'
import type { Handler } from '../http/serve.ts'
import { beginNumber } from '../identity/factors/sms/begin-number.ts'

/** Sends a code to the number that somebody wants to link, where the organisation lets them. */
export const startSmsEnrolment: Handler<typeof contract.startSmsEnrolment> = ({ body }, context) => {
  const { attempt } = context
  return beginNumber(context, { owner: attempt, input: body.number, begunBy: attempt.id })
}
