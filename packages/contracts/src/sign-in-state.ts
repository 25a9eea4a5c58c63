import { AUTH_METHODS, ENROLLABLE_FACTORS, FACTOR_KINDS, SIGN_IN_STEPS } from '@keyholder/domain'
import * as z from 'zod/mini'
import { Instant } from './fields.ts'

/** What follows. `done` means that the session cookie has been set. */
export const Progress = z.object({ step: z.enum([...SIGN_IN_STEPS, 'done']) })

/** After linking: the recovery code, unless one was kept before. Shown this once. */
export const Linked = z.object({ step: z.enum([...SIGN_IN_STEPS, 'done']), recoveryCode: z.nullable(z.string()) })

/**
 * A code that was sent. `sentTo` says where without saying it to a stranger: the last two digits of a number, or an address
 * with most letters left out. `delivery`: `failed` is told, never answered by a weaker method.
 */
export const SentCode = z.object({
  method: z.enum(['sms', 'email']),
  sentTo: z.string(),
  delivery: z.enum(['sending', 'sent', 'failed']),
  resendAt: Instant,
  expiresAt: Instant,
})

export const SignInState = z.object({
  step: z.enum(SIGN_IN_STEPS),
  email: z.string(),
  expiresAt: Instant,
  /** At the step `factor`: what can be chosen, the preferred method first, and where a code would go. */
  methods: z
    .array(z.object({ method: z.enum(AUTH_METHODS), sentTo: z.nullable(z.string()) }))
    .check(z.maxLength(AUTH_METHODS.length)),
  /** At the step `enroll`: what can be linked. */
  enrollable: z.array(z.enum(ENROLLABLE_FACTORS)).check(z.maxLength(ENROLLABLE_FACTORS.length)),
  /** At the step `enroll`: this method was shown, and the organisation no longer allows it. */
  noLongerAllowed: z.nullable(z.enum(FACTOR_KINDS)),
  /** The code that was sent last, while it works. */
  sent: z.nullable(SentCode),
  /** Why a re-link code is asked: who unlinked and when. Null elsewhere. */
  unlinked: z.nullable(z.object({ at: Instant, by: z.string() })),
})

/** What an authenticator app needs; drawn as a QR code by the page itself. */
export const Enrollment = z.object({
  secret: z.string(),
  uri: z.string(),
  issuer: z.string(),
  account: z.string(),
  expiresAt: Instant,
})

/** Five groups and a checksum; kept by its owner. */
export const RecoveryCode = z.object({ recoveryCode: z.string() })

/** Why a person cannot sign in, as far as they may know. `none`: nothing is known to be wrong. */
export const WHY_REASONS = [
  'none',
  'deactivated',
  'package-ended',
  'password-void',
  'unlinked',
  'switched-off',
  'too-many-tries',
  'clock',
  'wrong-codes',
  'code-not-delivered',
] as const

export type WhyReason = (typeof WHY_REASONS)[number]

export const Why = z.object({
  reason: z.enum(WHY_REASONS),
  /** Since when, or until when for `too-many-tries`. */
  at: z.nullable(Instant),
  /** Who did it. */
  by: z.nullable(z.string()),
  /** How many seconds the clock of the phone is off: behind when negative. */
  offSeconds: z.nullable(z.int()),
  /** To read to the package holder, who can look it up. */
  supportCode: z.string(),
})
