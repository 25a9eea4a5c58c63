import {
  AUTHENTICATORS_PER_ACCOUNT,
  EMAIL_CODE_REFUSALS,
  ENROLLABLE_FACTORS,
  FACTOR_KINDS,
  PASSKEYS_PER_ACCOUNT,
  SESSIONS_PER_ACCOUNT,
} from '@keyholder/domain'
import * as z from 'zod/mini'
import { endpoint } from './endpoint.ts'
import {
  Email,
  Id,
  Instant,
  LanguageField,
  LinkToken,
  Name,
  OneTimeCode,
  Password,
  PhoneNumber,
  whole,
} from './fields.ts'
import { NewPasskey, PasskeyCreation } from './passkeys.ts'
import { Enrollment, RecoveryCode, SentCode } from './sign-in.ts'

const Account = z.object({
  id: Id,
  name: z.string(),
  email: z.string(),
  language: LanguageField,
  passwordChangedAt: Instant,
  recoveryCodeMadeAt: z.nullable(Instant),
  /** How long a new password must be here. */
  passwordMin: z.int(),
  /** The address that waits to be confirmed. */
  newEmail: z.nullable(z.object({ email: z.string(), expiresAt: Instant })),
})

/** Something of mine for the second step. */
const Factor = z.object({
  id: Id,
  kind: z.enum(ENROLLABLE_FACTORS),
  name: z.string(),
  /** The last two digits of a number. */
  ending: z.nullable(z.string()),
  linkedAt: Instant,
  lastUsedAt: z.nullable(Instant),
  /** Not used for four weeks: does it still work? */
  askWhetherItWorks: z.boolean(),
  /** Whether the organisation I work in still allows it. */
  allowed: z.boolean(),
})

const SecondSteps = z.object({
  factors: z.array(Factor).check(z.maxLength(AUTHENTICATORS_PER_ACCOUNT + PASSKEYS_PER_ACCOUNT + 1)),
  /** What sign-in begins with. */
  preferred: z.nullable(z.enum(FACTOR_KINDS)),
  /** What this organisation lets me link. */
  enrollable: z.array(z.enum(ENROLLABLE_FACTORS)).check(z.maxLength(ENROLLABLE_FACTORS.length)),
  /** What stops being allowed, and when. */
  phasedOut: z.nullable(z.object({ kinds: z.array(z.enum(FACTOR_KINDS)).check(z.maxLength(4)), at: Instant })),
  /** The recovery code: when it was made and whether it was kept. */
  recovery: z.nullable(z.object({ madeAt: Instant, kept: z.boolean() })),
  /** Whether a code by e-mail would do at the next sign-in, or why not. */
  emailCode: z.union([z.literal('available'), z.enum(EMAIL_CODE_REFUSALS)]),
})

const OwnSession = z.object({
  id: Id,
  tenantName: z.string(),
  openedAt: Instant,
  lastUsedAt: Instant,
  userAgent: z.string(),
  ip: z.string(),
  current: z.boolean(),
})

const params = { id: Id }

/** What everybody runs themselves. */
export const account = {
  read: endpoint({ method: 'GET', path: '/account', access: 'session', summary: 'My account', returns: Account }),
  change: endpoint({
    method: 'PATCH',
    path: '/account',
    access: 'session',
    summary: 'Change my name or language',
    body: z.strictObject({ name: z.optional(Name), language: z.optional(LanguageField) }),
    returns: Account,
    records: ['account.changed'],
  }),
  changePassword: endpoint({
    method: 'PUT',
    path: '/account/password',
    hashes: true,
    access: 'session',
    summary: 'Change my password; ends my other sessions, and this one gets a new id',
    fresh: true,
    body: z.strictObject({ currentPassword: Password, newPassword: Password }),
    fails: ['password.wrong', 'password.weak', 'sign_in.too_many'],
    records: ['password.changed'],
  }),
  startAuthenticator: endpoint({
    method: 'POST',
    path: '/account/authenticators',
    access: 'session',
    summary: 'Start linking another authenticator app, or one that replaces another',
    fresh: true,
    body: z.strictObject({ name: Name, replaces: z.optional(Id) }),
    status: 201,
    returns: z.extend(Enrollment, { id: Id }),
    fails: ['authenticator.limit', 'factor.not_allowed', 'request.not_found'],
    showsOnce: ['secret', 'uri'],
    records: [],
  }),
  confirmAuthenticator: endpoint({
    method: 'POST',
    path: '/account/authenticators/:id/confirm',
    access: 'session',
    summary: 'Link it with one correct code; the app that it replaces is unlinked at the same moment',
    fresh: true,
    params,
    body: z.strictObject({ code: OneTimeCode }),
    returns: Factor,
    fails: ['code.wrong', 'code.too_many', 'enrollment.expired', 'authenticator.limit', 'factor.not_allowed'],
    records: ['authenticator.linked', 'authenticator.removed'],
  }),
  secondSteps: endpoint({
    method: 'GET',
    path: '/account/second-steps',
    access: 'session',
    summary: 'My second steps: what is linked, what can be linked, and their status',
    returns: SecondSteps,
  }),
  preferMethod: endpoint({
    method: 'PUT',
    path: '/account/second-steps/preferred',
    access: 'session',
    summary: 'Choose the second step that sign-in starts with',
    fresh: true,
    body: z.strictObject({ method: z.enum(FACTOR_KINDS) }),
    fails: ['factor.not_allowed'],
    records: ['second-step.preferred'],
  }),
  renameFactor: endpoint({
    method: 'PATCH',
    path: '/account/factors/:id',
    access: 'session',
    summary: 'Rename an authenticator app or a passkey',
    params,
    body: z.strictObject({ name: Name }),
    returns: Factor,
    fails: ['request.not_found'],
    records: ['authenticator.renamed', 'passkey.renamed'],
  }),
  removeFactor: endpoint({
    method: 'DELETE',
    path: '/account/factors/:id',
    access: 'session',
    summary: 'Remove a second step; never the last one that the organisation allows',
    fresh: true,
    params,
    fails: ['request.not_found', 'factor.last'],
    records: ['authenticator.removed', 'sms.removed', 'passkey.removed'],
  }),
  startPhone: endpoint({
    method: 'POST',
    path: '/account/phone',
    access: 'session',
    summary: 'Start linking a mobile number, or one that replaces it: sends a code to it',
    fresh: true,
    body: z.strictObject({ phone: PhoneNumber }),
    returns: SentCode,
    fails: [
      'factor.not_allowed',
      'phone.invalid',
      'phone.limit',
      'code.too_soon',
      'code.send_limit',
      'sms.unavailable',
    ],
    records: ['code.sent'],
  }),
  phoneCodeSent: endpoint({
    method: 'GET',
    path: '/account/phone',
    access: 'session',
    summary: 'Delivery status of that code',
    returns: z.object({ sent: z.nullable(SentCode) }),
  }),
  confirmPhone: endpoint({
    method: 'POST',
    path: '/account/phone/confirm',
    access: 'session',
    summary: 'Link the number with the code that was sent to it; the earlier number is removed at the same moment',
    fresh: true,
    body: z.strictObject({ code: OneTimeCode }),
    fails: [
      'factor.not_allowed',
      'code.wrong',
      'code.too_many',
      'code.expired',
      'code.not_sent',
      'enrollment.expired',
      'phone.limit',
    ],
    records: ['sms.linked', 'sms.removed'],
  }),
  startPasskey: endpoint({
    method: 'POST',
    path: '/account/passkeys/begin',
    access: 'session',
    summary: 'Start linking a passkey',
    fresh: true,
    returns: PasskeyCreation,
    fails: ['factor.not_allowed', 'passkey.limit'],
    records: [],
  }),
  confirmPasskey: endpoint({
    method: 'POST',
    path: '/account/passkeys',
    access: 'session',
    summary: 'Link the passkey that was created',
    fresh: true,
    body: z.strictObject({ name: Name, passkey: NewPasskey }),
    status: 201,
    returns: Factor,
    fails: ['passkey.not_linked', 'passkey.limit', 'factor.not_allowed'],
    records: ['passkey.linked'],
  }),
  renewRecoveryCode: endpoint({
    method: 'POST',
    path: '/account/recovery-code',
    access: 'session',
    summary: 'Create a new recovery code; the earlier one stops working',
    fresh: true,
    returns: RecoveryCode,
    showsOnce: ['recoveryCode'],
    records: ['recovery-code.made'],
  }),
  keepRecoveryCode: endpoint({
    method: 'POST',
    path: '/account/recovery-code/kept',
    access: 'session',
    summary: 'Confirm that the recovery code was saved',
    fresh: true,
    body: z.strictObject({ kept: z.literal(true) }),
    fails: ['request.not_found'],
    records: ['recovery-code.kept'],
  }),
  changeEmail: endpoint({
    method: 'POST',
    path: '/account/email',
    access: 'session',
    summary: 'Request a change of e-mail address: confirmed at the new address, reported to the old one',
    fresh: true,
    body: z.strictObject({ email: Email }),
    status: 202,
    fails: ['email.same', 'email.unlinked_recently', 'request.too_many'],
    records: ['email.change-asked'],
  }),
  cancelEmailChange: endpoint({
    method: 'DELETE',
    path: '/account/email',
    access: 'session',
    summary: 'Cancel the change that is waiting for confirmation',
    fails: ['request.not_found'],
    records: ['email.change-stopped'],
  }),
  confirmEmail: endpoint({
    method: 'POST',
    path: '/account/email/confirm',
    access: 'session',
    summary: 'Confirm the new address with the link that was sent to it, signed in as its owner',
    strong: true,
    body: z.strictObject({ token: LinkToken }),
    fails: ['link.gone', 'link.other_account', 'email.unlinked_recently', 'user.exists'],
    records: ['email.changed'],
  }),
  sessions: endpoint({
    method: 'GET',
    path: '/account/sessions',
    access: 'session',
    summary: 'Where I am signed in',
    returns: whole(OwnSession, SESSIONS_PER_ACCOUNT + 1),
  }),
  endSession: endpoint({
    method: 'DELETE',
    path: '/account/sessions/:id',
    access: 'session',
    summary: 'End one of my sessions',
    params,
    fails: ['session.not_found'],
    records: ['session.ended'],
  }),
  endOtherSessions: endpoint({
    method: 'DELETE',
    path: '/account/sessions',
    access: 'session',
    summary: 'End all my other sessions',
    records: ['session.ended'],
  }),
}
