import helmet from '@fastify/helmet'
import { isHttps } from '../settings.ts'
import type { App } from './edge.ts'

const NONE = ["'none'"]
const SELF = ["'self'"]
const A_YEAR = 31_536_000
const PERMISSIONS = 'camera=(), geolocation=(), microphone=(), payment=(), usb=()'

/** What a JSON answer may do when opened as a page: nothing. */
const API_POLICY = "default-src 'none'; frame-ancestors 'none'; sandbox"

/** For answers that no hook comes by: what matters of the headers below, written out. */
export const BARE_HEADERS = {
  'cache-control': 'no-store',
  'content-security-policy': API_POLICY,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': PERMISSIONS,
  'referrer-policy': 'no-referrer',
  'strict-transport-security': `max-age=${A_YEAR}; includeSubDomains`,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
} as const

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
