import type { App } from '../http/edge.ts'
import { type Protocol, type ProtocolRequest, serveProtocol } from '../http/protocol.ts'
import { type Report, storeDelivery } from '../outbox/store-delivery.ts'
import type { SmsReports } from '../platform/sms/sms-config.ts'
import { Problem } from '../problem.ts'
import { type Settings, SMS_REPORTS_PATH } from '../settings.ts'
import { isSigned, showsSecret } from './authenticate.ts'
import { readReports } from './read-reports.ts'

/**
 * `POST /sms/reports/<provider>`: what became of a text message, as its provider tells it (CHN-17). There is none where no provider
 * can prove who it is.
 */
export async function serveSmsReports(app: App): Promise<void> {
  const reports = app.edge.platform.settings.smsReports
  if (reports) await serveProtocol(app, reportsOf(reports))
}

function reportsOf(reports: SmsReports): Protocol {
  const { provider } = reports
  return {
    // Bytes, whatever they say they are: a signature is over these, and nothing is parsed before it is known whose they are.
    body: { type: '*', as: 'buffer', limitBytes: 16 * 1024 },
    admit: ({ headers }) => requireSecret(reports, headers.authorization),
    routes: [
      {
        methods: METHODS[provider],
        path: `${SMS_REPORTS_PATH}/${provider}`,
        handle: async (request, { platform }) => {
          const { settings, database } = platform
          for (const report of reportsIn(request, reports, settings)) await storeDelivery(database, report)
          return {}
        },
      },
    ],
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
function requireSecret({ provider, secret }: SmsReports, authorization: string | undefined): void {
  if (!SIGNING.includes(provider) && !showsSecret(authorization, secret)) throw new Problem('token.invalid')
}

function reportsIn(
  { method, headers, url, body: sent }: ProtocolRequest,
  reports: SmsReports,
  { publicUrl }: Settings,
): Report[] {
  const body = Buffer.isBuffer(sent) ? sent : Buffer.alloc(0)
  // The address that the provider was given, and not the one that this request says it came to.
  const address = `${publicUrl}${url}`
  const { provider } = reports
  if (SIGNING.includes(provider) && !isSigned(reports, { headers, address, body })) throw new Problem('token.invalid')
  return readReports(provider, method === 'GET' ? new URL(address).search : body.toString('utf8'))
}
