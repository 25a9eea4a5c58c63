import { session } from '@keyholder/contracts'
import { type App, serve } from '../http/serve.ts'
import { freshCodeSent } from './fresh-code-sent.ts'
import { freshen } from './freshen.ts'
import { freshenByCode } from './freshen-by-code.ts'
import { freshenByPasskey } from './freshen-by-passkey.ts'
import { readCurrent } from './read-current.ts'
import { sendFreshCode } from './send-fresh-code.ts'
import { signOut } from './sign-out.ts'
import { startFreshPasskey } from './start-fresh-passkey.ts'
import { switchTenant } from './switch-tenant.ts'

export const serveSession = (app: App) =>
  serve(app, session, {
    current: readCurrent,
    signOut,
    freshen,
    sendFreshCode,
    freshCodeSent,
    freshenByCode,
    startFreshPasskey,
    freshenByPasskey,
    switchTenant,
  })
