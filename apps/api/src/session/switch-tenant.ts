import type { session as contract } from '@keyholder/contracts'
import { allowedAt } from '@keyholder/domain'
import type { Tx } from '@keyholder/prisma'
import type { Actor, ActorContext, ActorSession } from '../context.ts'
import type { Handler } from '../http/serve.ts'
import { record } from '../identity/audit/record.ts'
import { findPolicy } from '../identity/factors/find-factor-state.ts'
import { findActorOfMember } from '../identity/rights/find-actor.ts'
import { rotateSession } from '../identity/sessions/rotate-session.ts'
import { Problem } from '../problem.ts'
import { describeSession } from './read-current.ts'

/**
 * Goes on in another organisation of the same person. What was visible before is no longer, and the session has a new id and the
 * limits of where it goes.
 */
export const switchTenant: Handler<typeof contract.switchTenant> = async ({ body }, context) => {
  const { actor, signIn, now } = context
  const there = await findActorOfMember(signIn, { tenantId: body.tenantId, userId: actor.userId })
  const { session } = actor
  if (!there || !session) throw new Problem('tenant.not_found')
  const { tenantId, membershipId } = there
  const limits = await signIn.write(async (tx) => {
    const limitsThere = await requireEntry(tx, there, { session, now })
    await rotateSession(tx, context satisfies ActorContext, { tenantId, membershipId, ...limitsThere })
    // The log of one organisation does not disclose other memberships.
    await record(tx, { ...context, actor: { ...there, session } }, { tenantId, action: 'session.switched' })
    return limitsThere
  })
  return describeSession(signIn, there, { ...session, ...limits, lastUsedAt: now })
}

/**
 * The limits of a session that comes into an organisation. It never ends later than it would have; and the longest that a session
 * may take there counts from the last second step, so that going back and forth makes it no longer.
 * @throws Problem `session.factor_not_allowed` when that step would not have let them in there; `session.not_fresh` when it is too
 * long ago: shown once more, it begins anew
 */
async function requireEntry(
  tx: Tx,
  { tenantId, tenant }: Actor,
  { session, now }: { session: ActorSession; now: Date },
): Promise<{ idleSeconds: number; endsAt: Date }> {
  const policy = await findPolicy(tx, tenantId)
  const { secondFactor, secondFactorAt, passwordProven } = session
  if (!passwordProven && !policy.passkeyAlone) throw new Problem('session.factor_not_allowed', { reason: 'password' })
  // A recovery code is no kind that a policy can leave out.
  const allowed: readonly string[] = [...allowedAt(policy, tenant.package, now), 'recovery-code']
  if (!allowed.includes(secondFactor)) throw new Problem('session.factor_not_allowed')
  const endsThere = new Date(secondFactorAt.getTime() + policy.absoluteHours * 3_600_000)
  if (endsThere <= now) throw new Problem('session.not_fresh')
  return { idleSeconds: policy.idleMinutes * 60, endsAt: endsThere < session.endsAt ? endsThere : session.endsAt }
}
