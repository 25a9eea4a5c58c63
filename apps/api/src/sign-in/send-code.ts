import type { signIn as contract } from '@keyholder/contracts'
import { waysToShow } from '@keyholder/domain'
import type { Handler } from '../http/serve.ts'
import { findStanding } from '../identity/factors/find-standing.ts'
import { sendCode as send } from '../identity/factors/one-time-code/send-code.ts'
import { Problem } from '../problem.ts'

/** Sends a code to whoever proved the password, by a way that they have. What is not offered is not sent (ENR-15). */
export const sendCode: Handler<typeof contract.sendCode> = async ({ body: { way } }, context) => {
  const { attempt, signIn, now } = context
  const standing = await findStanding(signIn, attempt, now)
  if (!waysToShow(standing, now).includes(way)) throw new Problem('factor.not_allowed')
  const bound = { boundTo: attempt.id, purpose: 'sign-in' } as const
  return send(context, { owner: attempt, bound, way, email: standing.email })
}
