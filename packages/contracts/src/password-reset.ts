import * as z from 'zod/mini'
import { endpoint } from './endpoint.ts'
import { Email, LinkToken, Password } from './fields.ts'
import { Progress } from './sign-in.ts'

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
