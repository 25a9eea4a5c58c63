import { FRESH_SECONDS } from '@keyholder/domain'
import type { Tx } from '@keyholder/prisma'
import type { ActorContext } from '../../context.ts'
import { record } from '../audit/record.ts'
import type { StepUpMethod } from '../factors/offer-methods.ts'
import { recordFactorUse } from '../factors/record-factor-use.ts'
import { requireStepUpMethod } from './require-step-up-method.ts'
import { rotateSession } from './rotate-session.ts'

/**
 * Goes on after a second step that was shown again in a session, by whichever method: one road for all of them. Whether the
 * organisation allows the method is read here once more, in the transaction that makes the session fresh.
 * @throws Problem `factor.not_allowed`; `session.missing` when the session ended or was rotated meanwhile
 */
export async function completeStepUp(
  tx: Tx,
  context: ActorContext,
  method: StepUpMethod,
): Promise<{ freshUntil: string }> {
  const { actor, now } = context
  await requireStepUpMethod(tx, { actor, method, now })
  await recordFactorUse(tx, actor, method, now)
  await rotateSession(tx, context, { secondFactor: method, secondFactorAt: now })
  await record(tx, context, { tenantId: actor.tenantId, action: 'session.stepped-up', after: { secondFactor: method } })
  return { freshUntil: new Date(now.getTime() + FRESH_SECONDS * 1000).toISOString() }
}
