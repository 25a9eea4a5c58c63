import { type DeniedEvent, PROBLEMS } from '@keyholder/domain'
import type { ActorContext } from '../../context.ts'
import { Problem } from '../../problem.ts'
import { record } from './record.ts'

/**
 * Keeps in the log that somebody was not allowed to. In a transaction of its own, as that of the act is undone. What was
 * merely not possible (no seat, another status) is no event.
 */
export async function recordDenial(context: ActorContext, error: unknown, denied: DeniedEvent): Promise<void> {
  if (!(error instanceof Problem) || PROBLEMS[error.code].status !== 403) return
  const event = { ...denied, tenantId: context.actor.tenantId, outcome: 'denied', reason: error.code } as const
  await context.db.write((tx) => record(tx, context, event))
}
