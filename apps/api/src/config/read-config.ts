import { fileURLToPath } from 'node:url'
import { type KeyRing, parseKeyRing } from '../platform/key-ring.ts'
import type { SmsConfig } from '../platform/sms/sms-config.ts'
import { LOG_LEVELS, type Settings } from '../settings.ts'
import { type ConfigReader, createConfigReader, SECRET_LENGTH } from './config-reader.ts'
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

/**
 * Reads the configuration, once, at the start. A variable `X` can be given as a file by `X_FILE`.
 * @throws ConfigurationError naming every variable that is missing or wrong, never its value
 */
export function readConfig(env: Record<string, string | undefined>): Config {
  const reader = createConfigReader(env)
  const publicUrl = readPublicUrl(reader)
  const database = readDatabase(reader)
  const keys = readKeys(reader)
  const mail = readMail(reader)
  const sms = readSmsConfig(reader, { production: reader.isProduction, publicUrl })
  const server = readServer(reader)
  const settings = { ...readSettings(reader), ...sms.settings, publicUrl }
  if (reader.mistakes.length > 0 || !keys) throw new ConfigurationError(reader.mistakes)
  return { ...server, ...database, ...mail, keys, sms: sms.sms, settings }
}

function readPublicUrl({ url, isProduction, mistakes }: ConfigReader): string {
  const example = 'https://beheer.example.nl'
  const value = url('PUBLIC_URL', `the address that people type, such as ${example}`, {
    protocol: /^https?:$/,
    example,
  })
  if (!value) return ''
  const { pathname, protocol, hostname, origin } = new URL(value)
  if (pathname !== '/') mistakes.push('PUBLIC_URL must be an address without a path.')
  if (protocol === 'http:' && (isProduction || hostname !== 'localhost')) {
    mistakes.push(
      'PUBLIC_URL must begin with https: cookies are kept on https only (http is for localhost, in development).',
    )
  }
  return origin
}

function readServer({ text, whole, isProduction }: ConfigReader): Pick<Config, 'host' | 'port'> {
  return {
    host: text('HOST') ?? (isProduction ? '0.0.0.0' : '127.0.0.1'),
    port: whole('PORT', 3000, { from: 1, to: 65_535 }),
  }
}

type DatabaseConfig = Pick<Config, 'databaseUrl' | 'databaseRoleSecret' | 'databasePoolSize'>

function readDatabase({ url, secret, whole, isProduction, mistakes }: ConfigReader): DatabaseConfig {
  const where = 'where PostgreSQL is, such as postgresql://db.example.nl:5432/keyholder?sslmode=verify-full'
  const form = { protocol: /^postgres(ql)?:$/, example: 'postgresql://host:5432/keyholder' }
  const databaseUrl = url('DATABASE_URL', where, form)
  const databaseRoleSecret = secret('DATABASE_ROLE_SECRET', 'the secret that the migrate command was given')
  if (isProduction && databaseRoleSecret.startsWith('development')) {
    mistakes.push('DATABASE_ROLE_SECRET is the one of development: make one of your own.')
  }
  if (isProduction && /sslmode=(disable|allow|prefer)/.test(databaseUrl)) {
    mistakes.push('DATABASE_URL must not switch TLS off (sslmode).')
  }
  return {
    databaseUrl,
    databaseRoleSecret,
    databasePoolSize: whole('DATABASE_POOL_SIZE', 8, { from: 1, to: 100 }),
  }
}

function readKeys({ needed, isProduction, mistakes }: ConfigReader): KeyRing | null {
  const value = needed('KEYS', 'the keys that secrets are sealed with, such as k1:<32 bytes in base64>')
  if (!value) return null
  try {
    const keys = parseKeyRing(value)
    if (isProduction && keys.find('dev')) mistakes.push('KEYS holds the key of development: make one of your own.')
    return keys
  } catch (error) {
    mistakes.push(`KEYS: ${error instanceof Error ? error.message : 'cannot be read.'}`)
    return null
  }
}

type MailConfig = Pick<Config, 'smtpUrl' | 'smtpRequireTls' | 'mailFrom'>

function readMail({ url, needed, oneOf, isProduction, mistakes }: ConfigReader): MailConfig {
  const relay = 'the mail relay, such as smtp://user:password@relay.example.nl:587'
  const smtpUrl = url('SMTP_URL', relay, { protocol: /^smtps?:$/, example: 'smtp://relay.example.nl:587' })
  const mailFrom = needed('MAIL_FROM', 'the sender of mails, such as Keyholder <noreply@example.nl>')
  if (mailFrom && !/^[^<>\r\n]*<?[^\s<>@]+@[^\s<>@]+>?$/.test(mailFrom)) {
    mistakes.push('MAIL_FROM must look like Keyholder <noreply@example.nl>.')
  }
  const requireTls = oneOf('SMTP_REQUIRE_TLS', ['true', 'false'], isProduction ? 'true' : 'false')
  if (isProduction && requireTls === 'false') {
    mistakes.push('SMTP_REQUIRE_TLS must not be false: mails carry links that open accounts.')
  }
  return { smtpUrl, smtpRequireTls: requireTls === 'true', mailFrom }
}

function readSettings(reader: ConfigReader): Omit<Settings, 'publicUrl' | 'sms' | 'smsReports'> {
  const { text, whole, oneOf } = reader
  return {
    serviceName: text('SERVICE_NAME') ?? 'Keyholder',
    requestsPerMinute: whole('REQUESTS_PER_MINUTE', 1200, { from: 10, to: 1_000_000 }),
    trustedProxies: (text('TRUSTED_PROXIES') ?? '')
      .split(',')
      .map((proxy) => proxy.trim())
      .filter(Boolean),
    metricsToken: readMetricsToken(reader),
    pagesDirectory: text('PAGES_DIRECTORY') ?? fileURLToPath(new URL('../../../web/dist', import.meta.url)),
    logLevel: oneOf('LOG_LEVEL', LOG_LEVELS, 'info'),
  }
}

/** Open in development, off in production, where it is not set. */
function readMetricsToken({ text, isProduction, mistakes }: ConfigReader): string | null {
  const token = text('METRICS_TOKEN')
  if (isProduction && token !== undefined && token.length < SECRET_LENGTH) {
    mistakes.push(`METRICS_TOKEN must have at least ${SECRET_LENGTH} characters; leave it out to switch /metrics off.`)
  }
  return token ?? (isProduction ? '' : null)
}
