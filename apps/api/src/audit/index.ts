import { audit } from '@keyholder/contracts'
import { type App, serve } from '../http/serve.ts'
import { listEvents } from './list-events.ts'

export const serveAudit = (app: App) => serve(app, audit, { list: listEvents })
