import { LINK_LIFETIME_SECONDS } from '@keyholder/domain'
import * as z from 'zod/mini'
import { endpoint } from './endpoint.ts'
import { Email, Id, Instant, LanguageField, LinkToken, Password } from './fields.ts'
import { Progress } from './sign-in.ts'

const LINK_PURPOSES = Object.keys(LINK_LIFETIME_SECONDS) as [keyof typeof LINK_LIFETIME_SECONDS]

/** What arrives by mail. The secret part sits in the URL's fragment; looking at a link uses nothing up. */
export const links = {
  inspect: endpoint({
    method: 'POST',
    path: '/links/inspect',
    access: 'public',
    summary: 'What a one-time link is for; does not consume it',
    body: z.strictObject({ token: LinkToken }),
    returns: z.object({
      purpose: z.enum(LINK_PURPOSES),
      email: z.string(),
      name: z.string(),
      tenantName: z.nullable(z.string()),
      language: LanguageField,
      expiresAt: Instant,
      /** For an invitation: this address signs in here already, so it accepts by signing in. */
      hasAccount: z.boolean(),
      /** How long a new password must be. */
      passwordMin: z.int(),
    }),
    fails: ['link.gone'],
    perMinute: 60,
  }),
  requestAgain: endpoint({
    method: 'POST',
    path: '/links/request-again',
    access: 'public',
    summary: 'Request a new link to replace an expired one; sent to the same address as the first',
    body: z.strictObject({ token: LinkToken }),
    status: 202,
    fails: [],
    records: ['user.invitation-resent', 'password.reset-asked', 'api-user.credential-link-sent'],
    perMinute: 20,
  }),
}

/** What the owner of an account says to a mail that tells of something they did not do. */
export const reports = {
  notMe: endpoint({
    method: 'POST',
    path: '/reports/not-me',
    access: 'public',
    summary: 'Report that a sign-in was not yours: ends all sessions and links, and voids the password',
    body: z.strictObject({ token: LinkToken }),
    /** Goes on with a new password: the token of a reset link. */
    returns: z.object({ resetToken: z.string() }),
    fails: ['link.gone'],
    showsOnce: ['resetToken'],
    records: ['sign-in.reported'],
    perMinute: 20,
  }),
  stopEmailChange: endpoint({
    method: 'POST',
    path: '/reports/email-change',
    access: 'public',
    summary: 'Report that a change of e-mail address was not yours: stops or reverts it, and voids the password',
    body: z.strictObject({ token: LinkToken }),
    returns: z.object({ resetToken: z.string() }),
    fails: ['link.gone'],
    showsOnce: ['resetToken'],
    records: ['email.change-stopped'],
    perMinute: 20,
  }),
}

export const invitations = {
  accept: endpoint({
    method: 'POST',
    path: '/invitations/accept',
    hashes: true,
    access: 'public',
    summary: 'Accept an invitation by choosing a password; continues with the second step',
    body: z.strictObject({ token: LinkToken, password: Password }),
    returns: Progress,
    fails: [
      'link.gone',
      'password.weak',
      'invitation.account_exists',
      'package.seats_full',
      'sign_in.refused',
      'sign_in.deactivated',
      'sign_in.package_ended',
      'sign_in.password_void',
      'factor.disabled',
    ],
    records: ['user.joined', 'sign-in.password', 'support-code.made'],
    perMinute: 20,
  }),
  join: endpoint({
    method: 'POST',
    path: '/invitations/join',
    access: 'session',
    summary: 'Accept an invitation with the account that is signed in',
    body: z.strictObject({ token: LinkToken }),
    returns: z.object({ tenantId: Id }),
    fails: ['link.gone', 'link.other_account', 'package.seats_full', 'user.exists'],
    records: ['user.joined'],
  }),
}

export const passwordReset = {
  request: endpoint({
    method: 'POST',
    path: '/password-reset',
    access: 'public',
    summary: 'Request a link to choose a new password; the response is the same for every address',
    body: z.strictObject({ email: Email }),
    status: 202,
    fails: [],
    records: ['password.reset-asked'],
    perMinute: 20,
  }),
  complete: endpoint({
    method: 'POST',
    path: '/password-reset/complete',
    hashes: true,
    access: 'public',
    summary: 'Choose a new password; ends all sessions and continues with the second step',
    body: z.strictObject({ token: LinkToken, password: Password }),
    returns: Progress,
    fails: [
      'link.gone',
      'password.weak',
      'sign_in.refused',
      'sign_in.deactivated',
      'sign_in.package_ended',
      'sign_in.password_void',
      'factor.disabled',
    ],
    records: ['password.reset', 'sign-in.password', 'support-code.made'],
    perMinute: 20,
  }),
}
