import { reports } from '@keyholder/contracts'
import { type App, serve } from '../http/serve.ts'
import { notMe } from './not-me.ts'
import { stopEmailChange } from './stop-email-change.ts'

export const serveReports = (app: App) => serve(app, reports, { notMe, stopEmailChange })
