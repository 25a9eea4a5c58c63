import { platform } from '@keyholder/contracts'
import { type App, serve } from '../http/serve.ts'
import { notBuilt } from '../not-built.ts'
import { listTenants } from './list-tenants.ts'

export const servePlatform = (app: App) =>
  serve(app, platform, { tenants: listTenants, sms: notBuilt, switchSms: notBuilt })
