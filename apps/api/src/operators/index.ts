import { operators } from '@keyholder/contracts'
import { type App, serve } from '../http/serve.ts'
import { listTenants } from './list-tenants.ts'
import { readSms } from './read-sms.ts'
import { switchSms } from './switch-sms.ts'

export const serveOperators = (app: App) => serve(app, operators, { tenants: listTenants, sms: readSms, switchSms })
