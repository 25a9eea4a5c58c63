import { reports } from '@keyholder/contracts'
import { type App, serve } from '../http/serve.ts'
import { notBuilt } from '../not-built.ts'

export const serveReports = (app: App) => serve(app, reports, { notMe: notBuilt, stopEmailChange: notBuilt })
