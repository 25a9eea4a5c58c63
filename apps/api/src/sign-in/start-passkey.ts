import type { signIn as contract } from '@keyholder/contracts'
import { waysToShow } from '@keyholder/domain'
import type { Handler } from '../http/serve.ts'
import { findStanding } from '../identity/factors/find-standing.ts'
import { offerChallenge } from '../identity/factors/passkey/offer-challenge.ts'
import { Problem } from '../problem.ts'

export const startPasskey: Handler<typeof contract.startPasskey> = async (_, context) => {
  const { attempt, signIn, now } = context
  return signIn.write(async (tx) => {
    const standing = await findStanding(tx, attempt, now)
    if (!waysToShow(standing, now).includes('passkey')) throw new Problem('factor.not_allowed')
    return offerChallenge(tx, context, { purpose: 'sign-in', owner: attempt, boundTo: attempt.id })
  })
}
