import { resolve } from 'node:path'

/** What the demonstration and the tests run with. Production refuses every secret in here. */
export const DEVELOPMENT_SECRETS = {
  DATABASE_ROLE_SECRET: 'development-only-role-secret-0000000000',
  KEYS: `dev:${Buffer.from('development only, never for real').toString('base64')}`,
} as const

type Ports = { web: number; database: number; smtp: number; mailbox: number }

export type Development = { dataDirectory: string; ports: Ports; publicUrl: string }

const PORTS = {
  web: ['PORT', 3000],
  database: ['DATABASE_PORT', 5433],
  smtp: ['MAILBOX_SMTP_PORT', 1025],
  mailbox: ['MAILBOX_HTTP_PORT', 8025],
} as const

/**
 * Reads where the demonstration keeps its data and which ports it takes.
 * @throws Error with a sentence per mistake
 */
export function readDevelopment(env: Record<string, string | undefined>): Development {
  const mistakes: string[] = []
  const port = ([name, otherwise]: (typeof PORTS)[keyof typeof PORTS]) => {
    const value = env[name] ?? String(otherwise)
    const number = Number(value)
    if (!/^\d+$/.test(value) || number < 1 || number > 65_535) mistakes.push(`${name} must be a port from 1 to 65535.`)
    return number
  }
  const ports = {
    web: port(PORTS.web),
    database: port(PORTS.database),
    smtp: port(PORTS.smtp),
    mailbox: port(PORTS.mailbox),
  }
  const twice = Object.values(ports).find((number, index, all) => all.indexOf(number) !== index)
  if (twice)
    mistakes.push(
      `Port ${twice} is asked for twice: PORT, DATABASE_PORT, MAILBOX_SMTP_PORT and MAILBOX_HTTP_PORT must differ.`,
    )
  if (mistakes.length > 0) throw new Error(mistakes.join('\n'))
  return {
    dataDirectory: resolve(env.DATA_DIRECTORY ?? '.data'),
    ports,
    publicUrl: env.PUBLIC_URL ?? `http://localhost:${ports.web}`,
  }
}

/** The environment of the API in the demonstration: what is set by hand wins. */
export function apiEnvironment({ ports, publicUrl }: Development, env: Record<string, string | undefined>) {
  return {
    PUBLIC_URL: publicUrl,
    PORT: String(ports.web),
    DATABASE_URL: `postgresql://127.0.0.1:${ports.database}/keyholder`,
    SMTP_URL: `smtp://127.0.0.1:${ports.smtp}`,
    MAIL_FROM: 'Keyholder <noreply@keyholder.example>',
    // Whoever tries a real provider sets the address of that one, or none.
    ...(env.SMS_PROVIDER ? {} : { SMS_PROVIDER: 'mailbox', SMS_URL: `http://127.0.0.1:${ports.mailbox}` }),
    LOG_LEVEL: 'warn',
    ...DEVELOPMENT_SECRETS,
    ...env,
    NODE_ENV: 'development',
    UV_THREADPOOL_SIZE: '8',
  }
}
