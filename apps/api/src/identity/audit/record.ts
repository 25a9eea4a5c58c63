import { type AuditEvent, actorOf } from '@keyholder/domain'
import type { Tx } from '@keyholder/prisma'
import type { Platform, Work } from '../../context.ts'

/** An event and the log it belongs to. */
export type Recorded = AuditEvent & {
  /** The organisation in whose log it belongs. */
  tenantId: string
  /** Who did it, when that is not the caller: a person still signing in, or a machine. */
  actor?: { id: string | null; name: string; role?: string | null }
}

/** What an event needs besides itself: an id, the moment, and the request and caller it came from. */
export type Recorder = Pick<Work, 'now' | 'request' | 'actor'> & {
  platform: { random: Pick<Platform['random'], 'uuid'> }
}

/**
 * Writes what happened, in the transaction of the change itself: without its event there is no change.
 * Never give it a password, code, secret, token or link.
 */
export async function record(tx: Tx, work: Recorder, event: Recorded): Promise<void> {
  await tx.auditEvent.createMany({ data: [eventOf(work, event)] })
}

/** The row of an event, for writing several at once. */
export function eventOf(work: Recorder, event: Recorded) {
  const { action, outcome = 'success', reason, object, before, after, tenantId } = event
  const actor = event.actor ?? (work.actor ? actorOf(work.actor) : null)
  return {
    tenantId,
    id: work.platform.random.uuid(),
    at: work.now,
    actorId: actor?.id ?? null,
    actorName: actor?.name ?? null,
    actorRole: actor?.role ?? null,
    factors: work.actor?.session?.secondFactor ?? null,
    action,
    outcome,
    reason: reason ?? null,
    objectKind: object?.kind ?? null,
    objectId: object?.id ?? null,
    objectName: object?.name ?? null,
    ...(before ? { before } : {}),
    ...(after ? { after } : {}),
    ip: work.request?.ip ?? null,
    userAgent: work.request?.userAgent ?? null,
    requestId: work.request?.id ?? null,
  }
}
