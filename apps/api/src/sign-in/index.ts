import { signIn } from '@keyholder/contracts'
import { type App, serve } from '../http/serve.ts'
import { notBuilt } from '../not-built.ts'
import { cancelSignIn } from './cancel-sign-in.ts'
import { confirmEnrolment } from './confirm-enrolment.ts'
import { keepRecoveryCode } from './keep-recovery-code.ts'
import { provePassword } from './prove-password.ts'
import { readStanding } from './read-standing.ts'
import { renewRecoveryCode } from './renew-recovery-code.ts'
import { showAuthenticatorCode } from './show-authenticator-code.ts'
import { showRelinkCode } from './show-relink-code.ts'
import { startEnrolment } from './start-enrolment.ts'

export const serveSignIn = (app: App) =>
  serve(app, signIn, {
    password: provePassword,
    standing: readStanding,
    cancel: cancelSignIn,
    authenticator: showAuthenticatorCode,
    relink: showRelinkCode,
    startEnrolment,
    confirmEnrolment,
    renewRecoveryCode,
    keepRecoveryCode,
    startPasskeyAlone: notBuilt,
    passkeyAlone: notBuilt,
    why: notBuilt,
    sendCode: notBuilt,
    showCode: notBuilt,
    startPasskey: notBuilt,
    passkey: notBuilt,
    recoveryCode: notBuilt,
    startSmsEnrolment: notBuilt,
    confirmSmsEnrolment: notBuilt,
    startPasskeyEnrolment: notBuilt,
    confirmPasskeyEnrolment: notBuilt,
  })
