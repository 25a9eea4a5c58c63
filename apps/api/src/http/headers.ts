import helmet from '@fastify/helmet'
import { isHttps } from '../settings.ts'
import type { App } from './edge.ts'

const NONE = ["'none'"]
const SELF = ["'self'"]
const A_YEAR = 31_536_000
const PERMISSIONS = 'camera=(), geolocation=(), microphone=(), payment=(), usb=()'

/** What a JSON answer may do when somebody opens it as a page: nothing. */
const API_POLICY = "default-src 'none'; frame-ancestors 'none'; sandbox"

/** Security headers on every answer, errors and files too (CSR-06, CSR-07). */
export async function registerHeaders(app: App): Promise<void> {
  const https = isHttps(app.edge.platform.settings)
  await app.register(helmet, {
    global: true,
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: NONE,
        scriptSrc: SELF,
        styleSrc: SELF,
        imgSrc: ["'self'", 'data:'],
        fontSrc: SELF,
        connectSrc: SELF,
        manifestSrc: SELF,
        objectSrc: NONE,
        baseUri: NONE,
        formAction: SELF,
        frameAncestors: NONE,
        requireTrustedTypesFor: ["'script'"],
        trustedTypes: NONE,
        ...(https ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: { maxAge: A_YEAR, includeSubDomains: true },
    xFrameOptions: { action: 'deny' },
  })
  app.addHook('onSend', async (_, reply) => {
    reply.header('permissions-policy', PERMISSIONS)
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store')
    const type = String(reply.getHeader('content-type') ?? '')
    if (!type.startsWith('text/html')) reply.header('content-security-policy', API_POLICY)
  })
}
