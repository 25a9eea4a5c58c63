import { FACTOR_KINDS, SIGN_IN_STEPS } from '@keyholder/domain'
import * as z from 'zod/mini'
import { endpoint } from './endpoint.ts'
import { Email, Instant, OneTimeCode, Password } from './fields.ts'

/** What follows. `done` means that the session cookie has been set. */
export const Progress = z.object({ step: z.enum([...SIGN_IN_STEPS, 'done']) })

const Standing = z.object({
  step: z.enum(SIGN_IN_STEPS),
  email: z.string(),
  methods: z.array(z.enum(FACTOR_KINDS)).check(z.maxLength(FACTOR_KINDS.length)),
  expiresAt: Instant,
  /** Why a re-link code is asked: who unlinked and when. Null elsewhere. */
  unlinked: z.nullable(z.object({ at: Instant, by: z.string() })),
})

/** What an authenticator app needs; drawn as a QR code by the page itself. */
export const Enrolment = z.object({
  secret: z.string(),
  uri: z.string(),
  issuer: z.string(),
  account: z.string(),
  expiresAt: Instant,
})

/** Five groups and a checksum; kept by its owner. */
const RecoveryCode = z.object({ recoveryCode: z.string() })

export const signIn = {
  password: endpoint({
    method: 'POST',
    path: '/sign-in/password',
    hashes: true,
    access: 'public',
    summary: 'Prove the password: the first step',
    body: z.strictObject({ email: Email, password: Password }),
    returns: Progress,
    fails: ['sign_in.refused', 'sign_in.too_many', 'sign_in.deactivated', 'sign_in.package_ended', 'factor.disabled'],
    records: ['sign-in.password'],
    perMinute: 60,
  }),
  standing: endpoint({
    method: 'GET',
    path: '/sign-in',
    access: 'attempt',
    summary: 'Where this sign-in stands',
    returns: Standing,
  }),
  cancel: endpoint({
    method: 'DELETE',
    path: '/sign-in',
    access: 'attempt',
    summary: 'Stop this sign-in',
    records: ['sign-in.cancelled'],
  }),
  authenticator: endpoint({
    method: 'POST',
    path: '/sign-in/authenticator',
    access: 'attempt:factor',
    summary: 'Show the code of the authenticator: the second step',
    body: z.strictObject({ code: OneTimeCode }),
    returns: Progress,
    fails: ['code.wrong', 'code.too_many', 'factor.disabled', 'attempt.missing'],
    records: ['sign-in.second-factor', 'sign-in.completed', 'authenticator.switched-off'],
  }),
  relink: endpoint({
    method: 'POST',
    path: '/sign-in/relink',
    access: 'attempt:relink',
    summary: 'Show the re-link code that the person who unlinked passed on',
    body: z.strictObject({ code: z.string().check(z.minLength(1, 'required'), z.maxLength(40, 'too_long')) }),
    returns: Progress,
    fails: ['code.wrong', 'code.too_many', 'code.expired', 'attempt.missing'],
    records: ['sign-in.relink'],
  }),
  startEnrolment: endpoint({
    method: 'POST',
    path: '/sign-in/enrolment',
    access: 'attempt:enrol',
    summary: 'Begin, or resume, linking an authenticator',
    returns: Enrolment,
    fails: ['attempt.missing'],
    showsOnce: ['secret', 'uri'],
    records: [],
  }),
  confirmEnrolment: endpoint({
    method: 'POST',
    path: '/sign-in/enrolment/confirm',
    access: 'attempt:enrol',
    summary: 'Link the authenticator by one correct code',
    body: z.strictObject({ code: OneTimeCode }),
    returns: z.object({ step: z.literal('keep-recovery-code'), recoveryCode: z.string() }),
    fails: ['code.wrong', 'code.too_many', 'enrolment.expired', 'attempt.missing'],
    showsOnce: ['recoveryCode'],
    records: ['authenticator.linked', 'recovery-code.made'],
  }),
  renewRecoveryCode: endpoint({
    method: 'POST',
    path: '/sign-in/recovery-code',
    access: 'attempt:keep-recovery-code',
    summary: 'Make another recovery code when the first was not kept; the first no longer works',
    returns: RecoveryCode,
    fails: ['attempt.missing'],
    showsOnce: ['recoveryCode'],
    records: ['recovery-code.made'],
  }),
  keepRecoveryCode: endpoint({
    method: 'POST',
    path: '/sign-in/recovery-code/kept',
    access: 'attempt:keep-recovery-code',
    summary: 'Say that the recovery code was kept; opens the session',
    body: z.strictObject({ kept: z.literal(true) }),
    returns: Progress,
    fails: ['attempt.missing'],
    records: ['recovery-code.kept', 'sign-in.completed'],
  }),
}
