import type { account as contract } from '@keyholder/contracts'
import { ownerOf } from '../factors/code-owner.ts'
import { findStanding } from '../factors/find-standing.ts'
import { beginNumber } from '../factors/sms/begin-number.ts'
import type { Handler } from '../http/serve.ts'
import { Problem } from '../problem.ts'
import { sessionOf } from '../sessions/session-of.ts'

/** The number that is linked keeps getting the codes until the code of the new one was shown (ENR-13). */
export const startNumber: Handler<typeof contract.startNumber> = async ({ body }, context) => {
  const { actor, signIn, now } = context
  const owner = ownerOf(actor)
  const { linkable } = await findStanding(signIn, owner, now)
  if (!linkable.includes('sms')) throw new Problem('factor.not_allowed')
  return beginNumber(context, { owner, input: body.number, begunBy: sessionOf(actor).id })
}
