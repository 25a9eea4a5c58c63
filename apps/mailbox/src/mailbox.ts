import { createServer } from 'node:http'
import { listen } from './listen.ts'
import { createMessageStore } from './message-store.ts'
import { createMailReceiver } from './receive-mail.ts'
import { serveHttp } from './serve-http.ts'

const REQUEST_TIMEOUT_MS = 15_000

export interface MailboxOptions {
  smtpPort: number
  httpPort: number
  host?: string
}

export interface Mailbox {
  smtpPort: number
  httpPort: number
  stop(): Promise<void>
}

/**
 * Starts the development mailbox: whatever arrives over SMTP or as an SMS is kept in memory and shown over HTTP, in the
 * JSON shapes of Mailpit. Nothing is ever delivered.
 *
 * Port 0 takes any free port; the answer says which. Without `host` only this machine can reach it.
 * Throws an Error that names the port and the variable to set when a port cannot be opened.
 */
export async function startMailbox({ smtpPort, httpPort, host = '127.0.0.1' }: MailboxOptions): Promise<Mailbox> {
  const store = createMessageStore()
  const smtp = createMailReceiver(store)
  const http = createServer({ requestTimeout: REQUEST_TIMEOUT_MS }, serveHttp(store, host))

  const stopSmtp = () => new Promise<void>((resolve) => smtp.close(resolve))
  const stopHttp = () =>
    new Promise<void>((resolve) => {
      http.close(() => resolve())
      http.closeAllConnections()
    })

  const openSmtpPort = await listen(smtp.server, { port: smtpPort, host, setting: 'MAILBOX_SMTP_PORT' })
  try {
    const openHttpPort = await listen(http, { port: httpPort, host, setting: 'MAILBOX_HTTP_PORT' })
    return {
      smtpPort: openSmtpPort,
      httpPort: openHttpPort,
      stop: async () => {
        await Promise.all([stopSmtp(), stopHttp()])
      },
    }
  } catch (error) {
    await stopSmtp()
    throw error
  }
}
