import { resolve } from 'node:path'
import { firstFreePort } from './free-ports.ts'

/** What the demonstration and the tests run with. Production refuses every secret in here. */
export const DEVELOPMENT_SECRETS = {
  DATABASE_ROLE_SECRET: 'development-only-role-secret-0000000000',
  KEYS: `dev:${Buffer.from('development only, never for real').toString('base64')}`,
} as const

type Ports = { web: number; database: number; smtp: number; mailbox: number }

export type Development = {
  dataDirectory: string
  ports: Ports
  publicUrl: string
  /** A sentence for each port that was already in use. */
  notes: string[]
}

type Environment = Record<string, string | undefined>

const PORTS = {
  web: ['PORT', 3000],
  database: ['DATABASE_PORT', 5433],
  smtp: ['MAILBOX_SMTP_PORT', 1025],
  mailbox: ['MAILBOX_HTTP_PORT', 8025],
} as const

/**
 * Reads where the demonstration keeps its data, and finds the ports it takes: those that are set by hand, else the usual ones or,
 * where these are taken, the next free ones. So a second copy runs beside the first.
 * @throws Error with a sentence per mistake
 */
export async function readDevelopment(env: Environment): Promise<Development> {
  const chosen = readPorts(env)
  const notes: string[] = []
  const ports: Ports = { web: 0, database: 0, smtp: 0, mailbox: 0 }
  for (const [use, [name, usual]] of entriesOf(PORTS)) {
    const port = chosen[use] ?? (await firstFreePort(usual, [...Object.values(chosen), ...Object.values(ports)]))
    if (chosen[use] === undefined && port !== usual) {
      notes.push(`Port ${usual} is taken: ${port} is used instead. Set ${name} to choose one.`)
    }
    ports[use] = port
  }
  return {
    dataDirectory: resolve(env.DATA_DIRECTORY ?? '.data'),
    ports,
    publicUrl: env.PUBLIC_URL ?? `http://localhost:${ports.web}`,
    notes,
  }
}

/** The ports that are set by hand. @throws Error with a sentence per mistake */
function readPorts(env: Environment): Partial<Ports> {
  const mistakes: string[] = []
  const ports: Partial<Ports> = {}
  for (const [use, [name]] of entriesOf(PORTS)) {
    const value = env[name]
    if (value === undefined) continue
    const number = Number(value)
    if (/^\d+$/.test(value) && number >= 1 && number <= 65_535) ports[use] = number
    else mistakes.push(`${name} must be a port from 1 to 65535.`)
  }
  const twice = Object.values(ports).find((number, index, all) => all.indexOf(number) !== index)
  if (twice) {
    const names = Object.values(PORTS).map(([name]) => name)
    mistakes.push(`Port ${twice} is asked for twice: ${names.slice(0, -1).join(', ')} and ${names.at(-1)} must differ.`)
  }
  if (mistakes.length > 0) throw new Error(mistakes.join('\n'))
  return ports
}

function entriesOf<K extends string, V>(of: Readonly<Record<K, V>>): [K, V][] {
  // @ts-expect-error Object.entries forgets the keys of a closed record.
  return Object.entries(of)
}

/** The environment of the API in the demonstration: what is set by hand wins. */
export function apiEnvironment({ ports, publicUrl }: Development, env: Environment) {
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
