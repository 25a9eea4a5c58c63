import { account } from '@keyholder/contracts'
import { type App, serve } from '../http/serve.ts'
import { cancelEmailChange } from './cancel-email-change.ts'
import { changeAccount } from './change-account.ts'
import { changeEmail } from './change-email.ts'
import { changePassword } from './change-password.ts'
import { confirmAuthenticator } from './confirm-authenticator.ts'
import { confirmEmail } from './confirm-email.ts'
import { confirmPasskey } from './confirm-passkey.ts'
import { confirmPhone } from './confirm-phone.ts'
import { endOtherSessions } from './end-other-sessions.ts'
import { endSession } from './end-session.ts'
import { keepRecoveryCode } from './keep-recovery-code.ts'
import { listSessions } from './list-sessions.ts'
import { phoneCodeSent } from './phone-code-sent.ts'
import { preferMethod } from './prefer-method.ts'
import { readAccount } from './read-account.ts'
import { removeFactor } from './remove-factor.ts'
import { renameFactor } from './rename-factor.ts'
import { renewRecoveryCode } from './renew-recovery-code.ts'
import { readSecondSteps } from './second-steps.ts'
import { startAuthenticator } from './start-authenticator.ts'
import { startPasskey } from './start-passkey.ts'
import { startPhone } from './start-phone.ts'

export const serveAccount = (app: App) =>
  serve(app, account, {
    read: readAccount,
    change: changeAccount,
    changePassword,
    startAuthenticator,
    confirmAuthenticator,
    renameFactor,
    removeFactor,
    secondSteps: readSecondSteps,
    preferMethod,
    startPhone,
    phoneCodeSent,
    confirmPhone,
    startPasskey,
    confirmPasskey,
    renewRecoveryCode,
    keepRecoveryCode,
    changeEmail,
    cancelEmailChange,
    confirmEmail,
    sessions: listSessions,
    endSession,
    endOtherSessions,
  })
