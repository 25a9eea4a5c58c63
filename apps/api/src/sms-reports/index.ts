import type { FastifyReply, FastifyRequest } from 'fastify'
import type { App } from '../http/edge.ts'
import { type Report, storeDelivery } from '../outbox/store-delivery.ts'
import type { SmsReports } from '../platform/sms/sms-config.ts'
import { Problem } from '../problem.ts'
import { type Settings, SMS_REPORTS_PATH } from '../settings.ts'
import { isSigned, showsSecret } from './authenticate.ts'
import { readReports } from './read-reports.ts'

const BODY_LIMIT = 16 * 1024

/**
 * `POST /sms/reports/<provider>`: what became of a text message, as its provider tells it (CHN-17). Not an endpoint of our
 * contracts: the words are the provider's. There is none where no provider can prove who it is.
 */
export async function registerSmsReports(app: App): Promise<void> {
  const reports = app.edge.platform.settings.smsReports
  if (reports) await app.register(async (scope) => serveReports(scope, reports))
}

function serveReports(app: App, reports: SmsReports): void {
  const { platform, routes } = app.edge
  const url = `${SMS_REPORTS_PATH}/${reports.provider}`
  app.removeAllContentTypeParsers()
  // Bytes, whatever they say they are: a signature is over these, and nothing is parsed before it is known whose they are.
  app.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: BODY_LIMIT }, (_, body, done) => done(null, body))
  app.addHook('onRequest', async (request) => requireSecret(reports, request))
  const handler = async (request: FastifyRequest, reply: FastifyReply) => {
    for (const report of reportsIn(request, reports, platform.settings)) await storeDelivery(platform.database, report)
    return reply.code(204).send()
  }
  for (const method of METHODS[reports.provider]) {
    app.route({ method, url, exposeHeadRoute: false, handler })
    routes.push({ method, pattern: new RegExp(`^${url}$`) })
  }
}

/** Spryng reports by GET, with everything in the address. */
const METHODS = {
  http: ['POST'],
  spryng: ['GET', 'POST'],
  cm: ['POST'],
  bird: ['POST'],
  twilio: ['POST'],
} as const satisfies Record<SmsReports['provider'], readonly string[]>

const SIGNING: readonly string[] = ['bird', 'twilio']

/** Whoever shows a secret is asked for it before anything is read (CHN-18). */
function requireSecret({ provider, secret }: SmsReports, { headers }: FastifyRequest): void {
  if (!SIGNING.includes(provider) && !showsSecret(headers.authorization, secret)) throw new Problem('token.invalid')
}

function reportsIn(request: FastifyRequest, reports: SmsReports, { publicUrl }: Settings): Report[] {
  const { method, headers, url } = request
  const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
  // The address that the provider was given, and not the one that this request says it came to.
  const address = `${publicUrl}${url}`
  const { provider } = reports
  if (SIGNING.includes(provider) && !isSigned(reports, { headers, address, body })) throw new Problem('token.invalid')
  return readReports(provider, method === 'GET' ? new URL(address).search : body.toString('utf8'))
}
