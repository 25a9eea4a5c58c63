import { passwordReset } from '@keyholder/contracts'
import { type App, serve } from '../http/serve.ts'
import { completeReset } from './complete-reset.ts'
import { requestReset } from './request-reset.ts'

export const servePasswordReset = (app: App) =>
  serve(app, passwordReset, { request: requestReset, complete: completeReset })
