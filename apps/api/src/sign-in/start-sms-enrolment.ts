import type { signIn as contract } from '@keyholder/contracts'
import { findStanding } from '../factors/find-standing.ts'
import { beginNumber } from '../factors/sms/begin-number.ts'
import type { Handler } from '../http/serve.ts'
import { Problem } from '../problem.ts'

/** Sends a code to the number that somebody wants to link, where the organisation lets them. */
export const startSmsEnrolment: Handler<typeof contract.startSmsEnrolment> = async ({ body }, context) => {
  const { attempt, signIn, now } = context
  const { linkable } = await findStanding(signIn, attempt, now)
  if (!linkable.includes('sms')) throw new Problem('factor.not_allowed')
  return beginNumber(context, { owner: attempt, input: body.number, begunBy: attempt.id })
}
