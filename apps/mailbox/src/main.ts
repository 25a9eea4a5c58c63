import { startMailbox } from './mailbox.ts'

const HIGHEST_PORT = 65_535

try {
  await run()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}

async function run(): Promise<void> {
  const mailbox = await startMailbox({
    smtpPort: portFrom('MAILBOX_SMTP_PORT', 1025),
    httpPort: portFrom('MAILBOX_HTTP_PORT', 8025),
  })
  console.log(`Mailbox: mail to smtp://localhost:${mailbox.smtpPort}, read it at http://localhost:${mailbox.httpPort}`)
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => void mailbox.stop())
  }
}

function portFrom(name: string, fallback: number): number {
  const given = process.env[name]
  if (!given) return fallback
  const port = Number(given)
  if (/^\d+$/.test(given) && port <= HIGHEST_PORT) return port
  throw new Error(`${name} must be a port number from 0 to ${HIGHEST_PORT}, not "${given}".`)
}
