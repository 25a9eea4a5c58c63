import { session } from '@keyholder/contracts'
import { type App, serve } from '../http/serve.ts'
import { readCurrent } from './read-current.ts'
import { sendStepUpCode } from './send-step-up-code.ts'
import { signOut } from './sign-out.ts'
import { startStepUpPasskey } from './start-step-up-passkey.ts'
import { stepUp } from './step-up.ts'
import { stepUpByCode } from './step-up-by-code.ts'
import { stepUpByPasskey } from './step-up-by-passkey.ts'
import { stepUpCodeSent } from './step-up-code-sent.ts'
import { switchTenant } from './switch-tenant.ts'

export const serveSession = (app: App) =>
  serve(app, session, {
    current: readCurrent,
    signOut,
    stepUp,
    sendStepUpCode,
    stepUpCodeSent,
    stepUpByCode,
    startStepUpPasskey,
    stepUpByPasskey,
    switchTenant,
  })
