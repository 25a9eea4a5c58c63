import { FRESH_SECONDS } from '@keyholder/domain'
import type { Tx } from '@keyholder/prisma'
import type { ActorContext } from '../../context.ts'
import { record } from '../audit/record.ts'
import { keepProof } from '../factors/keep-proof.ts'
import type { FreshWay } from '../factors/offer-ways.ts'
import { requireFreshWay } from './require-fresh-way.ts'
import { rotateSession } from './rotate-session.ts'

/**
 * Goes on after a second step that was shown again in a session, by whichever way: one road for all of them. Whether the
 * organisation allows the way is read here once more, in the transaction that makes the session fresh.
 * @throws Problem `factor.not_allowed`; `session.missing` when the session ended or was rotated meanwhile
 */
export async function passFresh(tx: Tx, context: ActorContext, way: FreshWay): Promise<{ freshUntil: string }> {
  const { actor, now } = context
  await requireFreshWay(tx, { actor, way, now })
  await keepProof(tx, actor, way, now)
  await rotateSession(tx, context, { secondFactor: way, secondFactorAt: now })
  await record(tx, context, { tenantId: actor.tenantId, action: 'session.fresh', after: { secondFactor: way } })
  return { freshUntil: new Date(now.getTime() + FRESH_SECONDS * 1000).toISOString() }
}
