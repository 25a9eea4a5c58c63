import { signIn } from '@keyholder/contracts'
import { type App, serve } from '../http/serve.ts'
import { cancelSignIn } from './cancel-sign-in.ts'
import { confirmEnrollment } from './confirm-enrollment.ts'
import { confirmPasskeyEnrollment } from './confirm-passkey-enrollment.ts'
import { confirmSmsEnrollment } from './confirm-sms-enrollment.ts'
import { keepRecoveryCode } from './keep-recovery-code.ts'
import { signInByPasskeyAlone } from './passkey-alone.ts'
import { presentPasskey } from './present-passkey.ts'
import { readSignInState } from './read-sign-in-state.ts'
import { renewRecoveryCode } from './renew-recovery-code.ts'
import { sendCode } from './send-code.ts'
import { startEnrollment } from './start-enrollment.ts'
import { startPasskey } from './start-passkey.ts'
import { startPasskeyAlone } from './start-passkey-alone.ts'
import { startPasskeyEnrollment } from './start-passkey-enrollment.ts'
import { startSmsEnrollment } from './start-sms-enrollment.ts'
import { useRecoveryCode } from './use-recovery-code.ts'
import { verifyAuthenticatorCode } from './verify-authenticator-code.ts'
import { verifyPassword } from './verify-password.ts'
import { verifyRelinkCode } from './verify-relink-code.ts'
import { verifySentCode } from './verify-sent-code.ts'
import { explainWhy } from './why.ts'

export const serveSignIn = (app: App) =>
  serve(app, signIn, {
    password: verifyPassword,
    state: readSignInState,
    cancel: cancelSignIn,
    authenticator: verifyAuthenticatorCode,
    relink: verifyRelinkCode,
    startEnrollment,
    confirmEnrollment,
    renewRecoveryCode,
    keepRecoveryCode,
    startPasskeyAlone,
    passkeyAlone: signInByPasskeyAlone,
    why: explainWhy,
    sendCode,
    verifySentCode,
    startPasskey,
    passkey: presentPasskey,
    recoveryCode: useRecoveryCode,
    startSmsEnrollment,
    confirmSmsEnrollment,
    startPasskeyEnrollment,
    confirmPasskeyEnrollment,
  })
