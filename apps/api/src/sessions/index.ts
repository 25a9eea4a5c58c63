import { session } from '@keyholder/contracts'
import { type App, serve } from '../http/serve.ts'
import { notBuilt } from '../not-built.ts'
import { freshen } from './freshen.ts'
import { readCurrent } from './read-current.ts'
import { signOut } from './sign-out.ts'
import { switchTenant } from './switch-tenant.ts'

export const serveSession = (app: App) =>
  serve(app, session, {
    current: readCurrent,
    signOut,
    freshen,
    sendFreshCode: notBuilt,
    freshCodeSent: notBuilt,
    freshenByCode: notBuilt,
    startFreshPasskey: notBuilt,
    freshenByPasskey: notBuilt,
    switchTenant,
  })
