import { BASE_PATH, TOKEN_PATH } from '@keyholder/contracts'
import type { CountryCode } from 'libphonenumber-js/max'
import type { SmsReports } from './platform/sms/sms-config.ts'

/** What the running application has to know of its configuration; env.ts makes it from the environment. */
export type Settings = {
  /** The one public address, without a slash at the end. Links are built from it and from nothing else. */
  publicUrl: string
  /** The name that authenticator apps and mails show. */
  serviceName: string
  /** Requests a minute from one source, in this process, over all endpoints. */
  requestsPerMinute: number
  /** Proxies whose forwarding headers are believed; none by default. */
  trustedProxies: readonly string[]
  /** What `/metrics` asks for; null leaves it open (development), empty switches it off. */
  metricsToken: string | null
  /** Which countries text messages go to (the first is where people live), and how many a day; null: SMS is not offered. */
  sms: { countries: readonly CountryCode[]; perDay: number; perDayPerCountry: number } | null
  /** Whose delivery reports are accepted; null: none. */
  smsReports: SmsReports | null
  /** Where the built pages are; null serves the API alone. */
  pagesDirectory: string | null
  logLevel: (typeof LOG_LEVELS)[number]
}

export const LOG_LEVELS = ['silent', 'error', 'warn', 'info', 'debug'] as const

/** Browsers keep `__Host-` cookies on https only; http is for localhost. */
export function isHttps(settings: Settings): boolean {
  return settings.publicUrl.startsWith('https:')
}
/** Where providers of SMS report what became of a message; their name comes after it. */
export const SMS_REPORTS_PATH = '/sms/reports'

/** The URLs that programs are given, in mails, metadata and tokens alike. */
export function urlsOf({ publicUrl }: Pick<Settings, 'publicUrl'>) {
  return {
    issuer: publicUrl,
    apiBase: `${publicUrl}${BASE_PATH}`,
    tokenEndpoint: `${publicUrl}${TOKEN_PATH}`,
    keys: `${publicUrl}/.well-known/jwks.json`,
    documentation: `${publicUrl}/api/docs`,
  }
}
