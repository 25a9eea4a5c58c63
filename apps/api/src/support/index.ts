import { support } from '@keyholder/contracts'
import { type App, serve } from '../http/serve.ts'
import { notBuilt } from '../not-built.ts'

export const serveSupport = (app: App) => serve(app, support, { lookUp: notBuilt })
