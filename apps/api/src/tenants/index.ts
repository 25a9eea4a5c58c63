import { tenant } from '@keyholder/contracts'
import { type App, serve } from '../http/serve.ts'
import { readPackage } from './read-package.ts'

export const serveTenant = (app: App) => serve(app, tenant, { package: readPackage })
