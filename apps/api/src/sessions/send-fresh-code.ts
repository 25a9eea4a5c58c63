import type { session as contract } from '@keyholder/contracts'
import { ownerOf } from '../factors/code-owner.ts'
import { findStanding } from '../factors/find-standing.ts'
import { freshWays } from '../factors/offer-ways.ts'
import { sendCode } from '../factors/one-time-code/send-code.ts'
import type { Handler } from '../http/serve.ts'
import { Problem } from '../problem.ts'
import { sessionOf } from './session-of.ts'

/** By SMS only: a code by e-mail is weak, and makes nothing fresh. */
export const sendFreshCode: Handler<typeof contract.sendFreshCode> = async (_, context) => {
  const { actor, signIn, now } = context
  const owner = ownerOf(actor)
  const standing = await findStanding(signIn, owner, now)
  if (!freshWays(standing).some(({ way }) => way === 'sms')) throw new Problem('factor.not_allowed')
  const bound = { boundTo: sessionOf(actor).id, purpose: 'fresh' } as const
  return sendCode(context, { owner, bound, way: 'sms', email: standing.email })
}
