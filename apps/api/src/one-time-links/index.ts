import { links } from '@keyholder/contracts'
import { type App, serve } from '../http/serve.ts'
import { inspectLink } from './inspect-link.ts'
import { requestLinkAgain } from './request-link-again.ts'

export const serveLinks = (app: App) => serve(app, links, { inspect: inspectLink, requestAgain: requestLinkAgain })
