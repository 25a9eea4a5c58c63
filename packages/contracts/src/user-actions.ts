import type { USER_ACTIONS, UserAction } from '@keyholder/domain'
import { apiUsers } from './api-users.ts'
import { users } from './users.ts'

/** The endpoint that does each action upon a user. That it asks for the permission of the rules is checked where it is compiled. */
export const userActionEndpoints = {
  'change-role': users.changeRole,
  deactivate: users.deactivate,
  reactivate: users.reactivate,
  unlink: users.unlinkAuthenticator,
  'resend-invitation': users.resendInvitation,
  'withdraw-invitation': users.withdrawInvitation,
  'end-sessions': users.endSessions,
  'send-credential-link': apiUsers.sendCredentialLink,
} as const satisfies { [A in UserAction]: { access: `can:${(typeof USER_ACTIONS)[A]}` } }
