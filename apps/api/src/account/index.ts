import { account } from '@keyholder/contracts'
import { type App, serve } from '../http/serve.ts'
import { notBuilt } from '../not-built.ts'
import { changeAccount } from './change-account.ts'
import { changePassword } from './change-password.ts'
import { confirmAuthenticator } from './confirm-authenticator.ts'
import { endOtherSessions } from './end-other-sessions.ts'
import { endSession } from './end-session.ts'
import { listAuthenticators } from './list-authenticators.ts'
import { listSessions } from './list-sessions.ts'
import { readAccount } from './read-account.ts'
import { removeFactor } from './remove-factor.ts'
import { renameFactor } from './rename-factor.ts'
import { startAuthenticator } from './start-authenticator.ts'

export const serveAccount = (app: App) =>
  serve(app, account, {
    read: readAccount,
    change: changeAccount,
    changePassword,
    authenticators: listAuthenticators,
    startAuthenticator,
    confirmAuthenticator,
    renameFactor,
    removeFactor,
    secondSteps: notBuilt,
    preferWay: notBuilt,
    startNumber: notBuilt,
    numberSent: notBuilt,
    confirmNumber: notBuilt,
    startPasskey: notBuilt,
    confirmPasskey: notBuilt,
    renewRecoveryCode: notBuilt,
    keepRecoveryCode: notBuilt,
    changeEmail: notBuilt,
    cancelEmailChange: notBuilt,
    confirmEmail: notBuilt,
    sessions: listSessions,
    endSession,
    endOtherSessions,
  })
