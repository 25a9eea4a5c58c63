import { policy } from '@keyholder/contracts'
import { type App, serve } from '../http/serve.ts'
import { notBuilt } from '../not-built.ts'

export const servePolicy = (app: App) => serve(app, policy, { read: notBuilt, preview: notBuilt, change: notBuilt })
