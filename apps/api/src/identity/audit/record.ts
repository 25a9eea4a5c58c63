import type { AuditAction, AuditOutcome } from '@keyholder/domain'
import type { Tx } from '@keyholder/prisma'
import type { Actor, PublicContext } from '../../context.ts'

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

type Recorder = Pick<PublicContext, 'platform' | 'request' | 'now'> & { actor?: Actor }

/**
 * Writes what happened, in the transaction of the change itself: without its event there is no change.
 * Never give it a password, code, secret, token or link.
 */
export async function record(tx: Tx, context: Recorder, happening: Happening): Promise<void> {
  await tx.auditEvent.createMany({ data: [eventOf(context, happening)] })
}

/** The row of an event, for whoever writes several at once. */
export function eventOf(context: Recorder, happening: Happening) {
  const { action, outcome = 'success', reason, object, before, after, tenantId } = happening
  const actor = happening.actor ?? actorOf(context.actor)
  return {
    tenantId,
    id: context.platform.random.uuid(),
    at: context.now,
    actorId: actor?.id ?? null,
    actorName: actor?.name ?? null,
    actorRole: actor?.role ?? null,
    factors: context.actor?.session?.secondFactor ?? null,
    action,
    outcome,
    reason: reason ?? null,
    objectKind: object?.kind ?? null,
    objectId: object?.id ?? null,
    objectName: object?.name ?? null,
    ...(before ? { before } : {}),
    ...(after ? { after } : {}),
    address: context.request.address,
    userAgent: context.request.userAgent,
    requestId: context.request.id,
  }
}

function actorOf(actor: Actor | undefined) {
  if (!actor) return null
  return { id: actor.membershipId, name: actor.name, role: actor.role.name }
}
