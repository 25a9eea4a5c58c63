import { roles } from '@keyholder/contracts'
import { type App, serve } from '../http/serve.ts'
import { listRoles } from './list-roles.ts'

export const serveRoles = (app: App) => serve(app, roles, { list: listRoles })
