import { ABSOLUTE_HOURS, FACTOR_KINDS, IDLE_MINUTES, POLICY_PASSWORD_MIN } from '@keyholder/domain'
import * as z from 'zod/mini'
import { endpoint } from './endpoint.ts'
import { Instant } from './fields.ts'

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
