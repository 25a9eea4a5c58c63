import { AUTH_METHODS, BUILT_IN_ROLES, PACKAGE_KINDS, PERMISSIONS } from '@keyholder/domain'
import * as z from 'zod/mini'
import { endpoint } from './endpoint.ts'
import { Id, Instant, LanguageField, OneTimeCode } from './fields.ts'
import { PasskeyChallenge, PasskeyProof } from './passkeys.ts'
import { SentCode } from './sign-in.ts'

export const TenantSummary = z.object({ id: Id, name: z.string(), package: z.enum(PACKAGE_KINDS) })

/** Who is signed in, where, and what they may do. */
export const Session = z.object({
  user: z.object({ id: Id, name: z.string(), email: z.string(), language: LanguageField }),
  tenant: TenantSummary,
  /** The user's place in this organisation: the id by which the user list knows them. */
  membershipId: Id,
  role: z.object({ name: z.string(), builtIn: z.nullable(z.enum(BUILT_IN_ROLES)), rank: z.int() }),
  permissions: z.array(z.enum(PERMISSIONS)).check(z.maxLength(PERMISSIONS.length)),
  /** The second step that was shown last. The e-mail code is weak: it administers nothing until a stronger one is shown. */
  secondStep: z.object({ method: z.enum(AUTH_METHODS), strong: z.boolean() }),
  /** The strong methods to show it again here, the preferred one first, and where a code would go. */
  stepUpMethods: z
    .array(z.object({ method: z.enum(['authenticator', 'passkey', 'sms']), sentTo: z.nullable(z.string()) }))
    .check(z.maxLength(3)),
  /** Until when sensitive acts need no second step again. */
  freshUntil: Instant,
  /** When the session ends if nothing is done, and when it ends anyway. */
  idleUntil: Instant,
  endsAt: Instant,
  /** The organisations that this user can switch to, this one included. */
  memberships: z.array(TenantSummary).check(z.maxLength(50)),
})

const Fresh = z.object({ freshUntil: Instant })
const steppedUp = ['session.stepped-up', 'sign-in.second-factor', 'authenticator.switched-off'] as const

export const session = {
  current: endpoint({
    method: 'GET',
    path: '/session',
    access: 'session',
    summary: 'The signed-in user',
    returns: Session,
  }),
  signOut: endpoint({
    method: 'DELETE',
    path: '/session',
    access: 'session',
    summary: 'Sign out',
    records: ['session.signed-out'],
  }),
  stepUp: endpoint({
    method: 'POST',
    path: '/session/step-up',
    access: 'session',
    summary: 'Complete the second step again, for sensitive actions; the session gets a new id',
    body: z.strictObject({ code: OneTimeCode }),
    returns: Fresh,
    fails: ['code.wrong', 'code.too_many', 'factor.disabled', 'factor.not_allowed'],
    records: steppedUp,
  }),
  sendStepUpCode: endpoint({
    method: 'POST',
    path: '/session/step-up/code',
    access: 'session',
    summary: 'Send a code by text message, to complete the second step again',
    returns: SentCode,
    fails: ['factor.not_allowed', 'code.too_soon', 'code.send_limit', 'sms.unavailable', 'factor.disabled'],
    records: ['code.sent'],
  }),
  stepUpCodeSent: endpoint({
    method: 'GET',
    path: '/session/step-up/code',
    access: 'session',
    summary: 'Delivery status of that code',
    returns: z.object({ sent: z.nullable(SentCode) }),
  }),
  stepUpByCode: endpoint({
    method: 'POST',
    path: '/session/step-up/code/verify',
    access: 'session',
    summary: 'Verify the code from the text message, for sensitive actions; the session gets a new id',
    body: z.strictObject({ code: OneTimeCode }),
    returns: Fresh,
    fails: ['code.wrong', 'code.too_many', 'code.expired', 'code.not_sent', 'factor.disabled', 'factor.not_allowed'],
    records: steppedUp,
  }),
  startStepUpPasskey: endpoint({
    method: 'POST',
    path: '/session/step-up/passkey/challenge',
    access: 'session',
    summary: 'Start completing the second step again with a passkey',
    returns: PasskeyChallenge,
    fails: ['factor.not_allowed'],
    records: [],
  }),
  stepUpByPasskey: endpoint({
    method: 'POST',
    path: '/session/step-up/passkey',
    access: 'session',
    summary: 'Verify a passkey, for sensitive actions; the session gets a new id',
    body: z.strictObject({ passkey: PasskeyProof }),
    returns: Fresh,
    fails: ['passkey.refused', 'code.too_many', 'factor.disabled', 'factor.not_allowed'],
    records: [...steppedUp, 'passkey.counter_regressed'],
  }),
  switchTenant: endpoint({
    method: 'POST',
    path: '/session/switch',
    access: 'session',
    summary: 'Switch to another organisation; the session gets a new id',
    body: z.strictObject({ tenantId: Id }),
    returns: Session,
    fails: ['tenant.not_found', 'session.factor_not_allowed', 'session.not_fresh'],
    records: ['session.switched'],
  }),
}
