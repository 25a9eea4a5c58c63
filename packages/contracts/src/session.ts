import { BUILT_IN_ROLES, PACKAGE_KINDS, PERMISSIONS } from '@keyholder/domain'
import * as z from 'zod/mini'
import { endpoint } from './endpoint.ts'
import { Id, Instant, LanguageField, OneTimeCode } from './fields.ts'

export const TenantSummary = z.object({ id: Id, name: z.string(), package: z.enum(PACKAGE_KINDS) })

/** Who is signed in, where, and what they may do. */
export const Session = z.object({
  user: z.object({ id: Id, name: z.string(), email: z.string(), language: LanguageField }),
  tenant: TenantSummary,
  /** The user's place in this organisation: the id by which the user list knows them. */
  membershipId: Id,
  role: z.object({ name: z.string(), builtIn: z.nullable(z.enum(BUILT_IN_ROLES)) }),
  permissions: z.array(z.enum(PERMISSIONS)).check(z.maxLength(PERMISSIONS.length)),
  /** Until when sensitive acts need no second step again. */
  freshUntil: Instant,
  /** When the session ends if nothing is done, and when it ends anyway. */
  idleUntil: Instant,
  endsAt: Instant,
  /** The organisations that this user can switch to, this one included. */
  memberships: z.array(TenantSummary).check(z.maxLength(50)),
})

export const session = {
  current: endpoint({
    method: 'GET',
    path: '/session',
    access: 'session',
    summary: 'Who is signed in',
    returns: Session,
  }),
  signOut: endpoint({
    method: 'DELETE',
    path: '/session',
    access: 'session',
    summary: 'Sign out',
    records: ['session.signed-out'],
  }),
  freshen: endpoint({
    method: 'POST',
    path: '/session/fresh',
    access: 'session',
    summary: 'Show the second step again, for sensitive acts; the session gets a new id',
    body: z.strictObject({ code: OneTimeCode }),
    returns: z.object({ freshUntil: Instant }),
    fails: ['code.wrong', 'code.too_many', 'factor.disabled'],
    records: ['session.fresh', 'sign-in.second-factor', 'authenticator.switched-off'],
  }),
  switchTenant: endpoint({
    method: 'POST',
    path: '/session/switch',
    access: 'session',
    summary: 'Go on in another organisation; the session gets a new id',
    body: z.strictObject({ tenantId: Id }),
    returns: Session,
    fails: ['tenant.not_found'],
    records: ['session.switched'],
  }),
}
