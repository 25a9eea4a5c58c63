import { AUTH_METHODS, ENROLLABLE_FACTORS, FACTOR_KINDS, SIGN_IN_STEPS } from '@keyholder/domain'
import * as z from 'zod/mini'
import { endpoint } from './endpoint.ts'
import { Email, Instant, OneTimeCode, Password, PhoneNumber, RecoveryCodeField } from './fields.ts'
import { NewPasskey, PasskeyChallenge, PasskeyCreation, PasskeyProof } from './passkeys.ts'

/** What follows. `done` means that the session cookie has been set. */
export const Progress = z.object({ step: z.enum([...SIGN_IN_STEPS, 'done']) })

/** After linking: the recovery code, unless one was kept before. Shown this once. */
const Linked = z.object({ step: z.enum([...SIGN_IN_STEPS, 'done']), recoveryCode: z.nullable(z.string()) })

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

const SignInState = z.object({
  step: z.enum(SIGN_IN_STEPS),
  email: z.string(),
  expiresAt: Instant,
  /** At the step `factor`: what can be chosen, the preferred method first, and where a code would go. */
  methods: z
    .array(z.object({ method: z.enum(AUTH_METHODS), sentTo: z.nullable(z.string()) }))
    .check(z.maxLength(AUTH_METHODS.length)),
  /** At the step `enrol`: what can be linked. */
  enrollable: z.array(z.enum(ENROLLABLE_FACTORS)).check(z.maxLength(ENROLLABLE_FACTORS.length)),
  /** At the step `enrol`: this method was shown, and the organisation no longer allows it. */
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

const tooMany = ['code.wrong', 'code.too_many', 'factor.disabled', 'factor.not_allowed', 'attempt.missing'] as const
/** Opening a session records a new device, and ends the oldest session when there are too many. */
const completed = ['sign-in.completed', 'device.new', 'session.ended'] as const
const shown = ['sign-in.second-factor', ...completed, 'authenticator.switched-off'] as const
const entering = ['sign_in.refused', 'sign_in.deactivated', 'sign_in.package_ended', 'sign_in.password_void'] as const

export const signIn = {
  password: endpoint({
    method: 'POST',
    path: '/sign-in/password',
    hashes: true,
    access: 'public',
    summary: 'Verify the password: the first step',
    body: z.strictObject({ email: Email, password: Password }),
    returns: Progress,
    fails: [...entering, 'sign_in.too_many', 'factor.disabled'],
    records: ['sign-in.password', 'support-code.made'],
    perMinute: 60,
  }),
  startPasskeyAlone: endpoint({
    method: 'POST',
    path: '/sign-in/passkey-alone/challenge',
    access: 'public',
    summary: 'Start signing in with a passkey alone',
    returns: PasskeyChallenge,
    fails: ['request.too_many'],
    records: [],
    /** The sign-in page asks for one whenever it opens, for the autofill. */
    perMinute: 600,
  }),
  passkeyAlone: endpoint({
    method: 'POST',
    path: '/sign-in/passkey-alone',
    access: 'public',
    summary: 'Sign in with a passkey and user verification, where the organisation allows it',
    body: z.strictObject({ passkey: PasskeyProof }),
    returns: Progress,
    fails: [
      ...entering,
      'passkey.refused',
      'passkey.not_alone',
      'factor.disabled',
      'code.too_many',
      'request.too_many',
      'attempt.missing',
    ],
    records: [
      'sign-in.second-factor',
      ...completed,
      'sign-in.password',
      'passkey.counter_regressed',
      'support-code.made',
    ],
    perMinute: 60,
  }),
  state: endpoint({
    method: 'GET',
    path: '/sign-in',
    access: 'attempt',
    summary: 'State of this sign-in',
    returns: SignInState,
  }),
  cancel: endpoint({
    method: 'DELETE',
    path: '/sign-in',
    access: 'attempt',
    summary: 'Cancel this sign-in',
    records: ['sign-in.cancelled'],
  }),
  why: endpoint({
    method: 'POST',
    path: '/sign-in/why',
    access: 'attempt',
    summary: 'Why can’t I sign in? Returns a code that the package holder can look up',
    returns: Why,
    fails: ['request.too_many', 'attempt.missing'],
    records: ['support-code.made'],
    perMinute: 20,
  }),
  authenticator: endpoint({
    method: 'POST',
    path: '/sign-in/authenticator',
    access: 'attempt:factor',
    summary: 'Verify the code from the authenticator app: the second step',
    body: z.strictObject({ code: OneTimeCode }),
    returns: Progress,
    fails: tooMany,
    records: shown,
  }),
  sendCode: endpoint({
    method: 'POST',
    path: '/sign-in/code',
    access: 'attempt:factor',
    summary: 'Send a code by text message or e-mail; an earlier one stops working',
    body: z.strictObject({ method: z.enum(['sms', 'email']) }),
    returns: SentCode,
    fails: [
      'factor.not_allowed',
      'factor.disabled',
      'code.too_soon',
      'code.send_limit',
      'sms.unavailable',
      'attempt.missing',
    ],
    records: ['code.sent'],
  }),
  verifySentCode: endpoint({
    method: 'POST',
    path: '/sign-in/code/verify',
    access: 'attempt:factor',
    summary: 'Verify the code that was sent: the second step',
    body: z.strictObject({ code: OneTimeCode }),
    returns: Progress,
    fails: [...tooMany, 'code.not_sent', 'code.expired'],
    records: shown,
  }),
  startPasskey: endpoint({
    method: 'POST',
    path: '/sign-in/passkey/challenge',
    access: 'attempt:factor',
    summary: 'Start the second step with a passkey',
    returns: PasskeyChallenge,
    fails: ['factor.not_allowed', 'attempt.missing'],
    records: [],
  }),
  passkey: endpoint({
    method: 'POST',
    path: '/sign-in/passkey',
    access: 'attempt:factor',
    summary: 'Verify the passkey: the second step',
    body: z.strictObject({ passkey: PasskeyProof }),
    returns: Progress,
    fails: ['passkey.refused', 'code.too_many', 'factor.disabled', 'factor.not_allowed', 'attempt.missing'],
    records: [...shown, 'passkey.counter_regressed'],
  }),
  recoveryCode: endpoint({
    method: 'POST',
    path: '/sign-in/recovery-code/use',
    access: 'attempt:factor',
    summary: 'Use the recovery code: it is replaced at once by a new one, which must be saved before continuing',
    body: z.strictObject({ code: RecoveryCodeField }),
    returns: z.object({ step: z.literal('keep-recovery-code'), recoveryCode: z.string() }),
    fails: tooMany,
    showsOnce: ['recoveryCode'],
    records: ['recovery-code.used', 'recovery-code.made', 'sign-in.second-factor', 'authenticator.switched-off'],
  }),
  relink: endpoint({
    method: 'POST',
    path: '/sign-in/relink',
    access: 'attempt:relink',
    summary: 'Verify the re-link code that was passed on by the person who unlinked',
    body: z.strictObject({ code: z.string().check(z.minLength(1, 'required'), z.maxLength(40, 'too_long')) }),
    returns: Progress,
    fails: ['code.wrong', 'code.too_many', 'code.expired', 'attempt.missing'],
    records: ['sign-in.relink'],
  }),
  startEnrollment: endpoint({
    method: 'POST',
    path: '/sign-in/enrollment',
    access: 'attempt:enrol',
    summary: 'Start or resume linking an authenticator app',
    returns: Enrollment,
    fails: ['factor.not_allowed', 'attempt.missing'],
    showsOnce: ['secret', 'uri'],
    records: [],
  }),
  confirmEnrollment: endpoint({
    method: 'POST',
    path: '/sign-in/enrollment/confirm',
    access: 'attempt:enrol',
    summary: 'Link the authenticator app with one correct code',
    body: z.strictObject({ code: OneTimeCode }),
    returns: Linked,
    fails: ['code.wrong', 'code.too_many', 'enrollment.expired', 'factor.not_allowed', 'attempt.missing'],
    showsOnce: ['recoveryCode'],
    records: ['authenticator.linked', 'recovery-code.made', ...completed],
  }),
  startSmsEnrollment: endpoint({
    method: 'POST',
    path: '/sign-in/enrollment/sms',
    access: 'attempt:enrol',
    summary: 'Start linking a mobile number: sends a code to it',
    body: z.strictObject({ phone: PhoneNumber }),
    returns: SentCode,
    fails: [
      'factor.not_allowed',
      'phone.invalid',
      'phone.limit',
      'code.too_soon',
      'code.send_limit',
      'sms.unavailable',
      'attempt.missing',
    ],
    records: ['code.sent'],
  }),
  confirmSmsEnrollment: endpoint({
    method: 'POST',
    path: '/sign-in/enrollment/sms/confirm',
    access: 'attempt:enrol',
    summary: 'Link the number with the code that was sent to it',
    body: z.strictObject({ code: OneTimeCode }),
    returns: Linked,
    fails: [
      'code.wrong',
      'code.too_many',
      'code.expired',
      'code.not_sent',
      'enrollment.expired',
      'factor.not_allowed',
      'phone.limit',
      'attempt.missing',
    ],
    showsOnce: ['recoveryCode'],
    records: ['sms.linked', 'recovery-code.made', ...completed],
  }),
  startPasskeyEnrollment: endpoint({
    method: 'POST',
    path: '/sign-in/enrollment/passkey',
    access: 'attempt:enrol',
    summary: 'Start linking a passkey',
    returns: PasskeyCreation,
    fails: ['factor.not_allowed', 'passkey.limit', 'attempt.missing'],
    records: [],
  }),
  confirmPasskeyEnrollment: endpoint({
    method: 'POST',
    path: '/sign-in/enrollment/passkey/confirm',
    access: 'attempt:enrol',
    summary: 'Link the passkey that was created',
    body: z.strictObject({ passkey: NewPasskey }),
    returns: Linked,
    fails: ['passkey.not_linked', 'passkey.limit', 'factor.not_allowed', 'code.too_many', 'attempt.missing'],
    showsOnce: ['recoveryCode'],
    records: ['passkey.linked', 'recovery-code.made', ...completed],
  }),
  renewRecoveryCode: endpoint({
    method: 'POST',
    path: '/sign-in/recovery-code',
    access: 'attempt:keep-recovery-code',
    summary: 'Create another recovery code when the first was not saved; the first stops working',
    returns: RecoveryCode,
    fails: ['attempt.missing'],
    showsOnce: ['recoveryCode'],
    records: ['recovery-code.made'],
  }),
  keepRecoveryCode: endpoint({
    method: 'POST',
    path: '/sign-in/recovery-code/kept',
    access: 'attempt:keep-recovery-code',
    summary: 'Confirm that the recovery code was saved; opens the session',
    body: z.strictObject({ kept: z.literal(true) }),
    returns: Progress,
    fails: ['attempt.missing'],
    records: ['recovery-code.kept', ...completed],
  }),
}
