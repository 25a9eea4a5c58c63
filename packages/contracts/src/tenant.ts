import { ABSOLUTE_HOURS, FACTOR_KINDS, IDLE_MINUTES, PACKAGE_STATUSES, POLICY_PASSWORD_MIN } from '@keyholder/domain'
import * as z from 'zod/mini'
import { endpoint } from './endpoint.ts'
import { Cursor, Id, Instant, paged, SupportCodeField } from './fields.ts'
import { TenantSummary } from './session.ts'
import { WHY_REASONS } from './sign-in.ts'

const Factors = z.array(z.enum(FACTOR_KINDS)).check(z.minLength(1, 'required'), z.maxLength(FACTOR_KINDS.length))
const between = ({ from, to }: { from: number; to: number }) => z.int().check(z.minimum(from), z.maximum(to))

/** What can be chosen of a policy. */
const PolicyChoice = {
  allowed: Factors,
  passkeyAlone: z.boolean(),
  idleMinutes: between(IDLE_MINUTES),
  absoluteHours: between(ABSOLUTE_HOURS),
  passwordMin: between(POLICY_PASSWORD_MIN),
}

const Policy = z.object({
  ...PolicyChoice,
  /** What the package has to choose from. */
  possible: z.array(z.enum(FACTOR_KINDS)).check(z.maxLength(FACTOR_KINDS.length)),
  /** What was allowed before, and still is until then. */
  phasedOut: z.nullable(z.object({ kinds: z.array(z.enum(FACTOR_KINDS)).check(z.maxLength(4)), at: Instant })),
  changedAt: z.nullable(Instant),
  mayChange: z.boolean(),
})

export const tenant = {
  package: endpoint({
    method: 'GET',
    path: '/package',
    access: 'can:package:read',
    summary: 'The package of this organisation and how full it is',
    returns: z.object({
      tenant: TenantSummary,
      status: z.enum(PACKAGE_STATUSES),
      holderName: z.string(),
      seats: z.int(),
      seatsUsed: z.int(),
      mayAddUsers: z.boolean(),
      /**
       * Active people who never linked a second step, active people who signed in last over 90 days ago, and invitations not yet accepted.
       * Each is counted up to a thousand: 1000 means a thousand or more. Null for whoever may not see the users.
       */
      withoutSecondStep: z.nullable(z.int()),
      longAbsent: z.nullable(z.int()),
      openInvitations: z.nullable(z.int()),
    }),
  }),
}

export const policy = {
  read: endpoint({
    method: 'GET',
    path: '/policy',
    access: 'can:policy:read',
    summary: 'How the users of this organisation sign in',
    returns: Policy,
  }),
  preview: endpoint({
    method: 'POST',
    path: '/policy/preview',
    access: 'can:policy:edit',
    summary: 'Preview which users a change would affect; changes nothing',
    body: z.strictObject({ allowed: Factors }),
    returns: z.object({
      /** Active people. */
      users: z.int(),
      /** Of those: who has something linked and none of the allowed methods, counting the e-mail code as none. */
      without: z.int(),
      /** Of those: who has this one linked and no other that is allowed. */
      onlyBy: z.array(z.object({ kind: z.enum(FACTOR_KINDS), users: z.int() })).check(z.maxLength(FACTOR_KINDS.length)),
      /** Who never linked anything: they choose at their first sign-in. */
      notLinked: z.int(),
    }),
    fails: ['policy.not_in_package'],
    records: [],
  }),
  change: endpoint({
    method: 'PUT',
    path: '/policy',
    access: 'can:policy:edit',
    summary: 'Change how users sign in; what is phased out stays allowed until a date',
    fresh: true,
    body: z.strictObject({ ...PolicyChoice, graceEndsAt: z.nullable(Instant) }),
    returns: Policy,
    fails: ['policy.not_in_package', 'policy.needs_grace', 'policy.locks_you_out'],
    records: ['policy.changed'],
  }),
}

export const support = {
  lookUp: endpoint({
    method: 'POST',
    path: '/support-codes/look-up',
    access: 'can:users:read',
    summary: 'Why a user could not sign in, by the code that they read out',
    body: z.strictObject({ code: SupportCodeField }),
    returns: z.object({
      userId: Id,
      name: z.string(),
      madeAt: Instant,
      reason: z.enum(WHY_REASONS),
      at: z.nullable(Instant),
      by: z.nullable(z.string()),
      offSeconds: z.nullable(z.int()),
    }),
    fails: ['support_code.not_found', 'request.too_many'],
    records: ['support-code.looked-up'],
  }),
}

export const operators = {
  sms: endpoint({
    method: 'GET',
    path: '/operators/sms',
    access: 'can:platform:read',
    summary: 'Whether text messages are switched on',
    returns: z.object({ configured: z.boolean(), off: z.nullable(z.object({ at: Instant, reason: z.string() })) }),
  }),
  switchSms: endpoint({
    method: 'PUT',
    path: '/operators/sms',
    access: 'can:platform:edit',
    summary: 'Switch text messages off or on, for everyone at once',
    fresh: true,
    body: z.strictObject({ on: z.boolean() }),
    records: ['sms.switched-off', 'sms.switched-on'],
  }),
  tenants: endpoint({
    method: 'GET',
    path: '/operators/tenants',
    access: 'can:platform:read',
    summary: 'The organisations on this platform, for operators',
    query: z.strictObject({ cursor: z.optional(Cursor) }),
    returns: paged(
      z.extend(TenantSummary, {
        status: z.enum(PACKAGE_STATUSES),
        holderName: z.nullable(z.string()),
        seats: z.int(),
        seatsUsed: z.int(),
        createdAt: Instant,
      }),
    ),
  }),
}
