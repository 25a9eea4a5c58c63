import { users } from '@keyholder/contracts'
import { type App, serve } from '../http/serve.ts'
import { changeRoleOfUser } from './change-role.ts'
import { deactivateUser } from './deactivate-user.ts'
import { endUserSessions } from './end-user-sessions.ts'
import { inviteUser } from './invite-user.ts'
import { listUsers } from './list-users.ts'
import { reactivateUser } from './reactivate-user.ts'
import { readUser } from './read-user.ts'
import { resendUserInvitation } from './resend-invitation.ts'
import { unlinkAuthenticator } from './unlink-authenticator.ts'
import { withdrawUserInvitation } from './withdraw-invitation.ts'

export const serveUsers = (app: App) =>
  serve(app, users, {
    list: listUsers,
    read: readUser,
    invite: inviteUser,
    resendInvitation: resendUserInvitation,
    withdrawInvitation: withdrawUserInvitation,
    changeRole: changeRoleOfUser,
    deactivate: deactivateUser,
    reactivate: reactivateUser,
    unlinkAuthenticator,
    endSessions: endUserSessions,
  })
