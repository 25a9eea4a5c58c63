import type { UnlinkReason } from './members.ts'
import type { ProblemCode } from './problems.ts'

/** The groups of the log's filter. */
export const EVENT_GROUPS = ['signIn', 'secondStep', 'account', 'users', 'api', 'other'] as const

export type EventGroup = (typeof EVENT_GROUPS)[number]

/** What an event is about. `email` and `client` stand for what was typed and is unknown: only its keyed hash is kept (AUD-13). */
export const OBJECT_KINDS = [
  'user',
  'authenticator',
  'passkey',
  'sms',
  'session',
  'tenant',
  'range',
  'email',
  'client',
] as const

export type ObjectKind = (typeof OBJECT_KINDS)[number]

/** What is kept of before and after, as text. */
export const EVENT_FIELDS = [
  'name',
  'email',
  'language',
  'role',
  'status',
  'endedSessions',
  'ended',
  'secondFactor',
  'method',
  'allowed',
  'phasedOut',
  'graceEndsAt',
  'passkeyAlone',
  'idleMinutes',
  'absoluteHours',
  'passwordMin',
  'users',
  'reason',
  'clientId',
  'scope',
  'scopes',
  'tokenId',
  'responsible',
  'contactEmail',
  'action',
  'outcome',
  'user',
  'search',
  'from',
  'until',
] as const

export type EventField = (typeof EVENT_FIELDS)[number]

/** Why something failed or happened, where that is no problem of the table and no reason that a person chose. */
export const EVENT_REASONS = [
  'password',
  'password.unreadable',
  'email.unknown',
  'sign_in.no_access',
  'session.too_many',
  'secret',
  'client.unknown',
  'scope',
  'revoked',
  'deactivated',
  'package',
  'operator',
  'smsByTenant',
  'smsByRange',
  'smsByCountry',
  'smsOverall',
] as const

export type EventReason = (typeof EVENT_REASONS)[number] | ProblemCode | UnlinkReason

/** What is kept of one kind of event. */
export type EventShape = {
  group: EventGroup
  /** What it is about when it succeeds; none where the organisation or the actor says it all. */
  object?: ObjectKind
  before?: readonly EventField[]
  after?: readonly EventField[]
  /** Of before, after and the object only what there is. */
  partial?: true
}

/**
 * Everything that happens, once: what it is about, and what is kept of before and after. Recording takes such an event, so a field or
 * an object that is not here does not compile; contracts, the log's pages and their texts follow from this list.
 */
export const EVENTS = {
  'sign-in.password': { group: 'signIn' },
  'sign-in.second-factor': { group: 'signIn', after: ['secondFactor'] },
  'sign-in.relink': { group: 'signIn' },
  'sign-in.completed': { group: 'signIn', after: ['secondFactor'] },
  'sign-in.cancelled': { group: 'signIn' },
  'session.signed-out': { group: 'signIn' },
  'session.stepped-up': { group: 'signIn', after: ['secondFactor'] },
  'session.switched': { group: 'signIn' },
  'session.ended': { group: 'signIn', object: 'session', after: ['ended'], partial: true },
  'authenticator.linked': { group: 'secondStep', object: 'authenticator' },
  'authenticator.unlinked': { group: 'secondStep', object: 'user' },
  'authenticator.removed': { group: 'secondStep', object: 'authenticator' },
  'authenticator.renamed': { group: 'secondStep', object: 'authenticator', before: ['name'], after: ['name'] },
  'authenticator.switched-off': { group: 'secondStep' },
  'sms.linked': { group: 'secondStep', object: 'sms' },
  'sms.removed': { group: 'secondStep', object: 'sms' },
  'passkey.linked': { group: 'secondStep', object: 'passkey' },
  'passkey.removed': { group: 'secondStep', object: 'passkey' },
  'passkey.renamed': { group: 'secondStep', object: 'passkey', before: ['name'], after: ['name'] },
  'passkey.counter_regressed': { group: 'secondStep', object: 'passkey' },
  'second-step.preferred': { group: 'secondStep', before: ['method'], after: ['method'], partial: true },
  'code.sent': { group: 'secondStep', after: ['secondFactor'] },
  'recovery-code.made': { group: 'secondStep' },
  'recovery-code.kept': { group: 'secondStep' },
  'recovery-code.used': { group: 'secondStep' },
  'password.reset-asked': { group: 'account', object: 'user' },
  'password.reset': { group: 'account', object: 'user' },
  'password.changed': { group: 'account', object: 'user' },
  'account.changed': { group: 'account', object: 'user', before: ['name', 'language'], after: ['name', 'language'] },
  'email.change-asked': { group: 'account', object: 'user', before: ['email'], after: ['email'] },
  'email.changed': { group: 'account', object: 'user', before: ['email'], after: ['email'] },
  'email.change-stopped': { group: 'account', object: 'user', before: ['email'], after: ['email'], partial: true },
  'device.new': { group: 'signIn' },
  'sign-in.reported': { group: 'signIn', object: 'user' },
  'support-code.made': { group: 'users', after: ['reason'] },
  'support-code.looked-up': { group: 'users', object: 'user', after: ['reason'] },
  'policy.changed': {
    group: 'signIn',
    before: ['allowed', 'phasedOut', 'graceEndsAt', 'passkeyAlone', 'idleMinutes', 'absoluteHours', 'passwordMin'],
    after: ['allowed', 'phasedOut', 'graceEndsAt', 'passkeyAlone', 'idleMinutes', 'absoluteHours', 'passwordMin'],
    partial: true,
  },
  'policy.reminded': { group: 'signIn', after: ['users', 'graceEndsAt'] },
  'sms.limit-reached': { group: 'secondStep', partial: true },
  'sms.switched-off': { group: 'secondStep' },
  'sms.switched-on': { group: 'secondStep' },
  'user.invited': { group: 'users', object: 'user', after: ['email', 'role'] },
  'user.invitation-resent': { group: 'users', object: 'user' },
  'user.invitation-withdrawn': { group: 'users', object: 'user', before: ['email', 'role'] },
  'user.joined': { group: 'users', object: 'user' },
  'user.role-changed': { group: 'users', object: 'user', before: ['role'], after: ['role'] },
  'user.deactivated': { group: 'users', object: 'user', before: ['status'], after: ['status', 'endedSessions'] },
  'user.reactivated': { group: 'users', object: 'user', before: ['status'], after: ['status'] },
  'user.sessions-ended': { group: 'users', object: 'user', after: ['endedSessions'] },
  'api-user.created': { group: 'api', object: 'user', after: ['responsible', 'contactEmail', 'scopes'] },
  'api-user.credential-link-sent': { group: 'api', object: 'user' },
  'api-user.credential-picked-up': { group: 'api', object: 'user', after: ['clientId'] },
  'token.issued': { group: 'api', object: 'user', after: ['clientId', 'scope', 'tokenId'] },
  'token.refused': { group: 'api' },
  'audit.read': {
    group: 'other',
    after: ['action', 'outcome', 'user', 'search', 'from', 'until'],
    partial: true,
  },
  'operator.created': { group: 'other', object: 'user' },
} as const satisfies Record<string, EventShape>

export type AuditAction = keyof typeof EVENTS

/** In the order of the catalogue, which is that of the log's filter. */
export const AUDIT_ACTIONS = Object.keys(EVENTS) as [AuditAction, ...AuditAction[]]

export const AUDIT_OUTCOMES = ['success', 'failure', 'denied'] as const

export type AuditOutcome = (typeof AUDIT_OUTCOMES)[number]

export type EventObject<K extends ObjectKind = ObjectKind> = { kind: K; id?: string; name?: string }

type FieldsOf<S, Side extends 'before' | 'after'> = S extends { [P in Side]: readonly (infer F extends EventField)[] }
  ? S extends { partial: true }
    ? { [P in Side]?: { [Q in F]?: string } }
    : { [P in Side]: { [Q in F]: string } }
  : { [P in Side]?: never }

type ObjectOf<S> = S extends { object: infer K extends ObjectKind }
  ? S extends { partial: true }
    ? { object?: EventObject<K> }
    : { object: EventObject<K> }
  : S extends { partial: true }
    ? { object?: EventObject }
    : { object?: never }

type Succeeded<A extends AuditAction> = { action: A; outcome?: 'success'; reason?: EventReason } & ObjectOf<
  (typeof EVENTS)[A]
> &
  FieldsOf<(typeof EVENTS)[A], 'before'> &
  FieldsOf<(typeof EVENTS)[A], 'after'>

/** What was tried and did not happen: always with its reason, and of the rest what is known. */
type Failed = {
  action: AuditAction
  outcome: Exclude<AuditOutcome, 'success'>
  reason: EventReason
  object?: EventObject
  before?: never
  after?: { secondFactor: string }
}

/** One thing that happened, or that was tried in vain. */
export type AuditEvent = { [A in AuditAction]: Succeeded<A> }[AuditAction] | Failed

/** Something that the actor was not allowed to do. */
export type DeniedEvent = Pick<Failed, 'action' | 'object'>
