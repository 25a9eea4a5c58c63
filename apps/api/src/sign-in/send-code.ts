import type { signIn as contract } from '@keyholder/contracts'
import { usableMethods } from '@keyholder/domain'
import type { Handler } from '../http/serve.ts'
import { findFactorState } from '../identity/factors/find-factor-state.ts'
import { sendCode as send } from '../identity/factors/one-time-code/send-code.ts'
import { Problem } from '../problem.ts'

/** Sends a code after a proven password, by a method that the person has. A method that is not offered is not used (ENR-15). */
export const sendCode: Handler<typeof contract.sendCode> = async ({ body: { method } }, context) => {
  const { attempt, signIn, now } = context
  const factorState = await findFactorState(signIn, attempt, now)
  if (!usableMethods(factorState, now).includes(method)) throw new Problem('factor.not_allowed')
  const bound = { boundTo: attempt.id, purpose: 'sign-in' } as const
  return send(context, { owner: attempt, bound, method, email: factorState.email })
}
