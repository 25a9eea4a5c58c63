import type { signIn as contract } from '@keyholder/contracts'
import { usableMethods } from '@keyholder/domain'
import type { Handler } from '../http/serve.ts'
import { findFactorState } from '../identity/factors/find-factor-state.ts'
import { offerChallenge } from '../identity/factors/passkey/offer-challenge.ts'
import { Problem } from '../problem.ts'

export const startPasskey: Handler<typeof contract.startPasskey> = async (_, context) => {
  const { attempt, signIn, now } = context
  return signIn.write(async (tx) => {
    const factorState = await findFactorState(tx, attempt, now)
    if (!usableMethods(factorState, now).includes('passkey')) throw new Problem('factor.not_allowed')
    return offerChallenge(tx, context, { purpose: 'sign-in', owner: attempt, boundTo: attempt.id })
  })
}
