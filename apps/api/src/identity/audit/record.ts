import { type AuditAction, type AuditOutcome, actorOf } from '@keyholder/domain'
import type { Tx } from '@keyholder/prisma'
import type { Platform, Work } from '../../context.ts'

export type Happening = {
  /** The organisation in whose log it belongs. */
  tenantId: string
  action: AuditAction
  outcome?: AuditOutcome
  reason?: string
  /** Who did it, when that is not the caller: somebody whose sign-in is still going on, or a machine. */
  actor?: { id: string | null; name: string; role?: string | null }
  object?: { kind: string; id?: string | null; name?: string | null }
  before?: Record<string, string>
  after?: Record<string, string>
}

/** What an event needs besides itself: an id, the moment, and the request and caller it came from. */
export type Recorder = Pick<Work, 'now' | 'request' | 'actor'> & {
  platform: { random: Pick<Platform['random'], 'uuid'> }
}

/**
 * Writes what happened, in the transaction of the change itself: without its event there is no change.
 * Never give it a password, code, secret, token or link.
 */
export async function record(tx: Tx, work: Recorder, happening: Happening): Promise<void> {
  await tx.auditEvent.createMany({ data: [eventOf(work, happening)] })
}

/** The row of an event, for whoever writes several at once. */
export function eventOf(work: Recorder, happening: Happening) {
  const { action, outcome = 'success', reason, object, before, after, tenantId } = happening
  const actor = happening.actor ?? (work.actor ? actorOf(work.actor) : null)
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
