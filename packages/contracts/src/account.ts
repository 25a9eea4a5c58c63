import { AUTHENTICATORS_PER_ACCOUNT, SESSIONS_PER_ACCOUNT } from '@keyholder/domain'
import * as z from 'zod/mini'
import { endpoint } from './endpoint.ts'
import { Id, Instant, LanguageField, Name, OneTimeCode, Password, whole } from './fields.ts'
import { Enrolment } from './sign-in.ts'

const Account = z.object({
  id: Id,
  name: z.string(),
  email: z.string(),
  language: LanguageField,
  passwordChangedAt: Instant,
  recoveryCodeMadeAt: z.nullable(Instant),
})

const Authenticator = z.object({ id: Id, name: z.string(), linkedAt: Instant, lastUsedAt: z.nullable(Instant) })

const OwnSession = z.object({
  id: Id,
  tenantName: z.string(),
  openedAt: Instant,
  lastUsedAt: Instant,
  userAgent: z.string(),
  address: z.string(),
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
  authenticators: endpoint({
    method: 'GET',
    path: '/account/authenticators',
    access: 'session',
    summary: 'My authenticators',
    returns: whole(Authenticator, AUTHENTICATORS_PER_ACCOUNT),
  }),
  startAuthenticator: endpoint({
    method: 'POST',
    path: '/account/authenticators',
    access: 'session',
    summary: 'Begin linking another authenticator, or one in the place of another',
    fresh: true,
    body: z.strictObject({ name: Name, replaces: z.optional(Id) }),
    status: 201,
    returns: z.extend(Enrolment, { id: Id }),
    fails: ['authenticator.limit', 'request.not_found'],
    showsOnce: ['secret', 'uri'],
    records: [],
  }),
  confirmAuthenticator: endpoint({
    method: 'POST',
    path: '/account/authenticators/:id/confirm',
    access: 'session',
    summary: 'Link it by one correct code; what it replaces is unlinked in the same moment',
    fresh: true,
    params,
    body: z.strictObject({ code: OneTimeCode }),
    returns: Authenticator,
    fails: ['code.wrong', 'code.too_many', 'enrolment.expired', 'authenticator.limit'],
    records: ['authenticator.linked', 'authenticator.removed'],
  }),
  renameAuthenticator: endpoint({
    method: 'PATCH',
    path: '/account/authenticators/:id',
    access: 'session',
    summary: 'Name an authenticator',
    params,
    body: z.strictObject({ name: Name }),
    returns: Authenticator,
    fails: ['request.not_found'],
    records: ['authenticator.renamed'],
  }),
  removeAuthenticator: endpoint({
    method: 'DELETE',
    path: '/account/authenticators/:id',
    access: 'session',
    summary: 'Remove one of several authenticators; never the last',
    fresh: true,
    params,
    fails: ['request.not_found', 'authenticator.last'],
    records: ['authenticator.removed'],
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
    summary: 'End all my sessions but this one',
    records: ['session.ended'],
  }),
}
