import * as z from 'zod/mini'
import { endpoint } from './endpoint.ts'
import { LinkToken } from './fields.ts'

/** How the owner of an account reports something that they did not do. */
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
