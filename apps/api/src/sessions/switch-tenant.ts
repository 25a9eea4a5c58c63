import type { session as contract } from '@keyholder/contracts'
import { record } from '../audit/record.ts'
import type { ActorContext } from '../context.ts'
import type { Handler } from '../http/serve.ts'
import { Problem } from '../problem.ts'
import { findActorOfMember } from './find-actor.ts'
import { describeSession } from './read-current.ts'
import { rotateSession } from './rotate-session.ts'

/** Goes on in another organisation of the same person. What was visible before is no longer, and the session has a new id. */
export const switchTenant: Handler<typeof contract.switchTenant> = async ({ body }, context) => {
  const { actor, signIn, now } = context
  const there = await findActorOfMember(signIn, { tenantId: body.tenantId, userId: actor.userId })
  if (!there || !actor.session) throw new Problem('tenant.not_found')
  const { tenantId, membershipId } = there
  await signIn.write(async (tx) => {
    await rotateSession(tx, context satisfies ActorContext, { tenantId, membershipId })
    // The log of one organisation does not tell of which other one somebody is a member.
    await record(
      tx,
      { ...context, actor: { ...there, session: actor.session } },
      { tenantId, action: 'session.switched' },
    )
  })
  return describeSession(signIn, there, { ...actor.session, lastUsedAt: now })
}
