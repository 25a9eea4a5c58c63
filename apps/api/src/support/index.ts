import { support } from '@keyholder/contracts'
import { type App, serve } from '../http/serve.ts'
import { lookUpSupportCode } from './look-up.ts'

export const serveSupport = (app: App) => serve(app, support, { lookUp: lookUpSupportCode })
