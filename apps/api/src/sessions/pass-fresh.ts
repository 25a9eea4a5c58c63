import { FRESH_SECONDS, type StrongWay } from '@keyholder/domain'
import type { Tx } from '@keyholder/prisma'
import { record } from '../audit/record.ts'
import type { ActorContext } from '../context.ts'
import { findStanding } from '../factors/find-standing.ts'
import { keepProof } from '../factors/keep-proof.ts'
import { freshWays } from '../factors/offer-ways.ts'
import { Problem } from '../problem.ts'
import { rotateSession } from './rotate-session.ts'

/**
 * Goes on after a second step that was shown again in a session, by whichever way: one road for all of them. Whether the
 * organisation allows the way is read here once more, in the transaction that makes the session fresh.
 * @throws Problem `factor.not_allowed`; `session.missing` when the session ended or was rotated meanwhile
 */
export async function passFresh(
  tx: Tx,
  context: ActorContext,
  way: Exclude<StrongWay, 'recovery-code'>,
): Promise<{ freshUntil: string }> {
  const { actor, now } = context
  const { userId, tenantId } = actor
  const standing = await findStanding(tx, { userId, membershipTenantId: tenantId }, now)
  if (!freshWays(standing).some((fresh) => fresh.way === way)) throw new Problem('factor.not_allowed')
  await keepProof(tx, actor, way, now)
  await rotateSession(tx, context, { secondFactor: way, secondFactorAt: now })
  await record(tx, context, { tenantId, action: 'session.fresh', after: { secondFactor: way } })
  return { freshUntil: new Date(now.getTime() + FRESH_SECONDS * 1000).toISOString() }
}
