import type { audit as contract, Parsed, Returned } from '@keyholder/contracts'
import type { AuditAction, AuditOutcome, EventField, ObjectKind } from '@keyholder/domain'
import { Prisma } from '@keyholder/prisma'
import type { ActorContext } from '../context.ts'
import { cutPage, makeCursor, PAGE_SIZE, type Position, readCursor } from '../http/cursor.ts'
import type { Handler } from '../http/serve.ts'
import { record } from '../identity/audit/record.ts'
import { filterOf } from './filter-events.ts'

type Query = Parsed<typeof contract.list>['query']
type AuditEvent = Returned<typeof contract.list>['items'][number]

type Row = {
  id: string
  at: Date
  action: AuditAction
  outcome: AuditOutcome
  reason: string | null
  actorId: string | null
  actorName: string | null
  actorRole: string | null
  factors: string | null
  objectKind: ObjectKind | null
  objectId: string | null
  objectName: string | null
  before: Partial<Record<EventField, string>> | null
  after: Partial<Record<EventField, string>> | null
  ip: string | null
  userAgent: string | null
  requestId: string | null
}

/**
 * The log of this organisation, newest first, read by a role that can do nothing else. Reading is an event itself (NEN 7513),
 * written before anything is answered; further pages open only for the session and the filters whose first page was recorded.
 */
export const listEvents: Handler<typeof contract.list> = async ({ query }, context) => {
  const { platform, actor } = context
  const { cursor, ...filters } = query
  const list = [actor.tenantId, 'audit', actor.session?.id ?? '', JSON.stringify(filters)]
  const after = cursor === undefined ? null : readCursor(platform, list, cursor)
  const rows = await platform.database
    .auditOf(actor.tenantId)
    .read((tx) => tx.$queryRaw<Row[]>(eventsSql(query, after)))
  if (!after) await recordReading(context, query)
  const { page, last } = cutPage(rows)
  return {
    items: page.map(toEvent),
    next: last ? makeCursor(platform, list, { key: last.at.toISOString(), id: last.id }) : null,
  }
}

export function eventsSql(query: Query, after: Position | null): Prisma.Sql {
  const beyond = after ? Prisma.sql`(e.at, e.id) < (${after.key}::timestamptz, ${after.id}::uuid)` : Prisma.sql`true`
  return Prisma.sql`
    SELECT e.id, e.at, e.action, e.outcome, e.reason, e.actor_id AS "actorId", e.actor_name AS "actorName", e.actor_role AS "actorRole",
      e.factors, e.object_kind AS "objectKind", e.object_id AS "objectId", e.object_name AS "objectName", e.before, e.after, e.ip,
      e.user_agent AS "userAgent", e.request_id AS "requestId"
    FROM audit_events e WHERE ${beyond} AND ${filterOf(query)} ORDER BY e.at DESC, e.id DESC LIMIT ${PAGE_SIZE + 1}`
}

/** What was looked for is part of the event, but not the words typed: people type all kinds of things into a search field. */
async function recordReading(context: ActorContext, { search, cursor: _, ...filters }: Query): Promise<void> {
  const { tenantId } = context.actor
  const looked = Object.entries({ ...filters, ...(search ? { search: 'yes' } : {}) })
  const after = Object.fromEntries(looked.flatMap(([name, value]) => (value ? [[name, value]] : [])))
  await context.db.write((tx) => record(tx, context, { tenantId, action: 'audit.read', after }))
}

function toEvent(row: Row): AuditEvent {
  const { id, at, action, outcome, reason, before, after, ip, userAgent, requestId } = row
  const { actorId, actorName, actorRole, factors, objectId, objectKind, objectName } = row
  return {
    id,
    at: at.toISOString(),
    action,
    outcome,
    reason,
    actor: actorName === null ? null : { id: actorId, name: actorName, role: actorRole, factors },
    object: objectKind === null ? null : { id: objectId, kind: objectKind, name: objectName },
    before,
    after,
    ip,
    userAgent,
    requestId,
  }
}
