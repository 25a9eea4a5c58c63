import { AUDIT_ACTIONS, AUDIT_OUTCOMES, EVENT_FIELDS, OBJECT_KINDS } from '@keyholder/domain'
import * as z from 'zod/mini'
import { endpoint } from './endpoint.ts'
import { Cursor, Id, Instant, paged, SearchText } from './fields.ts'

/** What is kept of before or after: of the fields that the action has, those that there are. */
const Fields = z.partialRecord(z.enum(EVENT_FIELDS), z.string())

export const AuditEvent = z.object({
  id: Id,
  at: Instant,
  action: z.enum(AUDIT_ACTIONS),
  outcome: z.enum(AUDIT_OUTCOMES),
  reason: z.nullable(z.string()),
  /** Who did it: name and role at that moment. Null when no one was signed in. */
  actor: z.nullable(
    z.object({ id: z.nullable(Id), name: z.string(), role: z.nullable(z.string()), factors: z.nullable(z.string()) }),
  ),
  object: z.nullable(z.object({ id: z.nullable(Id), kind: z.enum(OBJECT_KINDS), name: z.nullable(z.string()) })),
  before: z.nullable(Fields),
  after: z.nullable(Fields),
  ip: z.nullable(z.string()),
  userAgent: z.nullable(z.string()),
  requestId: z.nullable(z.string()),
})

/** A day of the calendar in the Netherlands. */
const Day = z.string().check(z.regex(/^20\d{2}-\d{2}-\d{2}$/, 'day'), z.refine(isInCalendar, 'day'))

/** 31 February is refused here: the database would fail on it (INP-15). */
function isInCalendar(day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day)
}

export const AuditQuery = z.strictObject({
  action: z.optional(z.enum(AUDIT_ACTIONS)),
  outcome: z.optional(z.enum(AUDIT_OUTCOMES)),
  /** A membership: what it did, and what was done to it. */
  user: z.optional(Id),
  search: z.optional(SearchText),
  from: z.optional(Day),
  until: z.optional(Day),
  cursor: z.optional(Cursor),
})

export const audit = {
  list: endpoint({
    method: 'GET',
    path: '/audit-events',
    access: 'can:audit:read',
    summary: 'The audit log of this organisation, newest first; reading it is recorded as well',
    heavy: true,
    query: AuditQuery,
    returns: paged(AuditEvent),
    records: ['audit.read'],
  }),
}
