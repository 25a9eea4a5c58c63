import type { session as contract } from '@keyholder/contracts'
import { FRESH_SECONDS } from '@keyholder/domain'
import { record } from '../audit/record.ts'
import { proveCode, takeStep } from '../factors/authenticator/prove-code.ts'
import { ownerOf } from '../factors/code-owner.ts'
import type { Handler } from '../http/serve.ts'
import { rotateSession } from './rotate-session.ts'

/** The second step once more, for what is sensitive. Counted together with every other try of this user. */
export const freshen: Handler<typeof contract.freshen> = async ({ body }, context) => {
  const { actor, signIn, now } = context
  const proof = await proveCode(context, ownerOf(actor), body.code)
  await signIn.write(async (tx) => {
    await takeStep(tx, proof, now)
    await rotateSession(tx, context, { secondFactor: 'authenticator', secondFactorAt: now })
    await record(tx, context, { tenantId: actor.tenantId, action: 'session.fresh' })
  })
  return { freshUntil: new Date(now.getTime() + FRESH_SECONDS * 1000).toISOString() }
}
