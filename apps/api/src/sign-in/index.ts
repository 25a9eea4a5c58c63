import { signIn } from '@keyholder/contracts'
import { type App, serve } from '../http/serve.ts'
import { cancelSignIn } from './cancel-sign-in.ts'
import { confirmEnrolment } from './confirm-enrolment.ts'
import { confirmPasskeyEnrolment } from './confirm-passkey-enrolment.ts'
import { confirmSmsEnrolment } from './confirm-sms-enrolment.ts'
import { keepRecoveryCode } from './keep-recovery-code.ts'
import { signInByPasskeyAlone } from './passkey-alone.ts'
import { provePassword } from './prove-password.ts'
import { readStanding } from './read-standing.ts'
import { renewRecoveryCode } from './renew-recovery-code.ts'
import { sendCode } from './send-code.ts'
import { showAuthenticatorCode } from './show-authenticator-code.ts'
import { showCode } from './show-code.ts'
import { showPasskey } from './show-passkey.ts'
import { showRelinkCode } from './show-relink-code.ts'
import { startEnrolment } from './start-enrolment.ts'
import { startPasskey } from './start-passkey.ts'
import { startPasskeyAlone } from './start-passkey-alone.ts'
import { startPasskeyEnrolment } from './start-passkey-enrolment.ts'
import { startSmsEnrolment } from './start-sms-enrolment.ts'
import { useRecoveryCode } from './use-recovery-code.ts'
import { tellWhy } from './why.ts'

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
    startPasskeyAlone,
    passkeyAlone: signInByPasskeyAlone,
    why: tellWhy,
    sendCode,
    showCode,
    startPasskey,
    passkey: showPasskey,
    recoveryCode: useRecoveryCode,
    startSmsEnrolment,
    confirmSmsEnrolment,
    startPasskeyEnrolment,
    confirmPasskeyEnrolment,
  })
