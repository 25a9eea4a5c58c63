import { LINK_PURPOSES } from '@keyholder/domain'
import * as z from 'zod/mini'
import { endpoint } from './endpoint.ts'
import { Instant, LanguageField, LinkToken } from './fields.ts'

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
