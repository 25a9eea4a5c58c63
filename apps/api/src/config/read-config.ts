import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type KeyRing, parseKeyRing } from '../platform/key-ring.ts'
import type { SmsConfig } from '../platform/sms/sms-config.ts'
import { LOG_LEVELS, type Settings } from '../settings.ts'
import { readSmsConfig } from './read-sms-config.ts'

export type Config = {
  host: string
  port: number
  databaseUrl: string
  databaseRoleSecret: string
  databasePoolSize: number
  keys: KeyRing
  smtpUrl: string
  smtpRequireTls: boolean
  mailFrom: string
  /** Null: no text messages. */
  sms: SmsConfig | null
  settings: Settings
}

/** The environment is not fit to start with: a sentence for each mistake, all of them at once. */
export class ConfigurationError extends Error {
  readonly mistakes: readonly string[]
  constructor(mistakes: readonly string[]) {
    super(mistakes.join('\n'))
    this.name = 'ConfigurationError'
    this.mistakes = mistakes
  }
}

const SECRET_LENGTH = 32
const POSTGRES = /^postgres(ql)?:$/
const SMTP = /^smtps?:$/

/**
 * Reads the configuration, once, at the start. A variable `X` can be given as a file by `X_FILE`.
 * @throws ConfigurationError naming every variable that is missing or wrong, never its value
 */
export function readConfig(env: Record<string, string | undefined>): Config {
  const mistakes: string[] = []
  const production = env.NODE_ENV === 'production'

  const text = (name: string): string | undefined => {
    const file = env[`${name}_FILE`]
    if (!file) return env[name]?.trim() || undefined
    try {
      return readFileSync(file, 'utf8').trim() || undefined
    } catch {
      mistakes.push(`The file that ${name}_FILE names cannot be read.`)
      return undefined
    }
  }
  const needed = (name: string, what: string): string => {
    const value = text(name)
    if (value === undefined) mistakes.push(`Set ${name}: ${what}.`)
    return value ?? ''
  }
  const whole = (name: string, otherwise: number, { from, to }: { from: number; to: number }): number => {
    const value = text(name) ?? String(otherwise)
    const number = Number(value)
    if (/^\d+$/.test(value) && number >= from && number <= to) return number
    mistakes.push(`${name} must be a whole number from ${from} to ${to}.`)
    return otherwise
  }
  const ip = (name: string, value: string, protocol: RegExp, example: string): URL | null => {
    if (value && URL.canParse(value) && protocol.test(new URL(value).protocol)) return new URL(value)
    if (value) mistakes.push(`${name} must look like ${example}.`)
    return null
  }

  const publicUrl = needed('PUBLIC_URL', 'the address that people type, such as https://beheer.example.nl')
  const url = ip('PUBLIC_URL', publicUrl, /^https?:$/, 'https://beheer.example.nl')
  if (url && url.pathname !== '/') mistakes.push('PUBLIC_URL must be an address without a path.')
  if (url?.protocol === 'http:' && (production || url.hostname !== 'localhost')) {
    mistakes.push(
      'PUBLIC_URL must begin with https: cookies are kept on https only (http is for localhost, in development).',
    )
  }
  const databaseUrl = needed(
    'DATABASE_URL',
    'where PostgreSQL is, such as postgresql://db.example.nl:5432/keyholder?sslmode=verify-full',
  )
  ip('DATABASE_URL', databaseUrl, POSTGRES, 'postgresql://host:5432/keyholder')
  const databaseRoleSecret = needed('DATABASE_ROLE_SECRET', 'the secret that the migrate command was given')
  if (databaseRoleSecret && databaseRoleSecret.length < SECRET_LENGTH) {
    mistakes.push(`DATABASE_ROLE_SECRET must have at least ${SECRET_LENGTH} characters.`)
  }
  const keys = readKeys(
    needed('KEYS', 'the keys that secrets are sealed with, such as k1:<32 bytes in base64>'),
    mistakes,
  )
  const smtpUrl = needed('SMTP_URL', 'the mail relay, such as smtp://user:password@relay.example.nl:587')
  ip('SMTP_URL', smtpUrl, SMTP, 'smtp://relay.example.nl:587')
  const mailFrom = needed('MAIL_FROM', 'the sender of mails, such as Keyholder <noreply@example.nl>')
  if (mailFrom && !/^[^<>\r\n]*<?[^\s<>@]+@[^\s<>@]+>?$/.test(mailFrom)) {
    mistakes.push('MAIL_FROM must look like Keyholder <noreply@example.nl>.')
  }
  const sms = readSmsConfig({ text, needed, whole, mistakes }, { production, publicUrl: url?.origin ?? '' })
  const logLevel = LOG_LEVELS.find((level) => level === (text('LOG_LEVEL') ?? 'info'))
  if (!logLevel) mistakes.push(`LOG_LEVEL must be one of ${LOG_LEVELS.join(', ')}.`)
  const smtpTls = text('SMTP_REQUIRE_TLS') ?? String(production)
  if (!['true', 'false'].includes(smtpTls)) mistakes.push('SMTP_REQUIRE_TLS must be true or false.')
  if (production) mistakes.push(...productionMistakes({ databaseRoleSecret, keys, smtpTls, databaseUrl }))
  const metricsToken = text('METRICS_TOKEN')
  if (metricsToken !== undefined && metricsToken.length < SECRET_LENGTH && production) {
    mistakes.push(`METRICS_TOKEN must have at least ${SECRET_LENGTH} characters; leave it out to switch /metrics off.`)
  }

  const config: Omit<Config, 'keys'> = {
    host: text('HOST') ?? (production ? '0.0.0.0' : '127.0.0.1'),
    port: whole('PORT', 3000, { from: 1, to: 65_535 }),
    databaseUrl,
    databaseRoleSecret,
    databasePoolSize: whole('DATABASE_POOL_SIZE', 8, { from: 1, to: 100 }),
    smtpUrl,
    smtpRequireTls: smtpTls === 'true',
    mailFrom,
    sms: sms.sms,
    settings: {
      ...sms.settings,
      publicUrl: url?.origin ?? '',
      serviceName: text('SERVICE_NAME') ?? 'Keyholder',
      requestsPerMinute: whole('REQUESTS_PER_MINUTE', 1200, { from: 10, to: 1_000_000 }),
      trustedProxies: (text('TRUSTED_PROXIES') ?? '')
        .split(',')
        .map((proxy) => proxy.trim())
        .filter(Boolean),
      metricsToken: metricsToken ?? (production ? '' : null),
      pagesDirectory: text('PAGES_DIRECTORY') ?? fileURLToPath(new URL('../../../web/dist', import.meta.url)),
      logLevel: logLevel ?? 'info',
    },
  }
  if (mistakes.length > 0 || !keys) throw new ConfigurationError(mistakes)
  return { ...config, keys }
}

function readKeys(value: string, mistakes: string[]): KeyRing | null {
  if (!value) return null
  try {
    return parseKeyRing(value)
  } catch (error) {
    mistakes.push(`KEYS: ${error instanceof Error ? error.message : 'cannot be read.'}`)
    return null
  }
}

type Secrets = { databaseRoleSecret: string; keys: KeyRing | null; smtpTls: string; databaseUrl: string }

/** What would be fine on one's own machine and is not in production (OPS-01). */
function productionMistakes({ databaseRoleSecret, keys, smtpTls, databaseUrl }: Secrets): string[] {
  return [
    ...(databaseRoleSecret.startsWith('development')
      ? ['DATABASE_ROLE_SECRET is the one of development: make one of your own.']
      : []),
    ...(keys?.find('dev') ? ['KEYS holds the key of development: make one of your own.'] : []),
    ...(smtpTls === 'false' ? ['SMTP_REQUIRE_TLS must not be false: mails carry links that open accounts.'] : []),
    ...(/sslmode=(disable|allow|prefer)/.test(databaseUrl) ? ['DATABASE_URL must not switch TLS off (sslmode).'] : []),
  ]
}
