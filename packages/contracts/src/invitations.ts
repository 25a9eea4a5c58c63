import * as z from 'zod/mini'
import { endpoint } from './endpoint.ts'
import { Id, LinkToken, Password } from './fields.ts'
import { Progress } from './sign-in.ts'

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
