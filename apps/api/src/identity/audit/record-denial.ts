import { type DeniedEvent, PROBLEMS } from '@keyholder/domain'
import type { ActorContext } from '../../context.ts'
import { Problem } from '../../problem.ts'
import { record } from './record.ts'

/**
 * Records that the actor was not allowed to do something, in a transaction of its own: that of the act rolls back. What was
 * merely not possible (no seat, another status) is no event.
 */
export async function recordDenial(context: ActorContext, error: unknown, denied: DeniedEvent): Promise<void> {
  if (!(error instanceof Problem) || PROBLEMS[error.code].status !== 403) return
  const event = { ...denied, tenantId: context.actor.tenantId, outcome: 'denied', reason: error.code } as const
  await context.db.write((tx) => record(tx, context, event))
}
