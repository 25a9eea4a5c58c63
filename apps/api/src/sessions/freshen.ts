import type { session as contract } from '@keyholder/contracts'
import { FRESH_SECONDS } from '@keyholder/domain'
import { record } from '../audit/record.ts'
import { proveCode, takeStep } from '../factors/authenticator/prove-code.ts'
import type { Handler } from '../http/serve.ts'
import { rotateSession } from './rotate-session.ts'

/** The second step once more, for what is sensitive. Counted together with every other try of this user. */
export const freshen: Handler<typeof contract.freshen> = async ({ body }, context) => {
  const { actor, signIn, now } = context
  const owner = {
    tenantId: actor.userTenantId,
    userId: actor.userId,
    membershipId: actor.membershipId,
    name: actor.name,
  }
  const proof = await proveCode(context, owner, body.code)
  await signIn.write(async (tx) => {
    await takeStep(tx, proof, now)
    await rotateSession(tx, context, { secondFactor: 'authenticator', secondFactorAt: now })
    await record(tx, context, { tenantId: actor.tenantId, action: 'session.fresh' })
  })
  return { freshUntil: new Date(now.getTime() + FRESH_SECONDS * 1000).toISOString() }
}
