import { parseEmailAddress } from '@keyholder/domain'
import { createTransport, type SMTPTransportOptions } from 'nodemailer'
import { MailNotSent, notSent } from './mail-not-sent.ts'

export type Mail = {
  /** One address, in the form in which `parseEmailAddress` gives it. */
  to: string
  subject: string
  text: string
  html: string
  /** The same each time that this mail is tried, so that a mailbox can tell a second copy. */
  messageId: string
  headers?: Readonly<Record<string, string>>
}

export type MailTransport = {
  /**
   * Hands one mail to the relay, and comes back with its last reply when it has taken it: most put their own id in there.
   * @throws MailNotSent which says whether trying again can help, and whether the mail may have left all the same
   */
  send(mail: Mail): Promise<{ accepted: true; reply: string }>
  close(): void
}

type Options = {
  /** `smtp://user:password@host:port`, or `smtps://` for TLS from the first byte. */
  url: string
  /** The sender, as `Name <address>`. */
  from: string
  /** True refuses to speak without TLS (production): no name, password or mail goes over the line before it. */
  requireTls: boolean
  /** For silence. Connecting and greeting have three quarters of it together, a whole mail twice as long. */
  timeoutMilliseconds?: number
}

/** Mail over SMTP, one connection per mail. */
export function createMailTransport({ url, from, requireTls, timeoutMilliseconds = 20_000 }: Options): MailTransport {
  const setupMilliseconds = 0.75 * timeoutMilliseconds
  const transport = createTransport({
    ...serverOf(url),
    requireTLS: requireTls,
    tls: { minVersion: 'TLSv1.2', rejectUnauthorized: true },
    // Shorter than silence, so that it is known which of the two ended the line: before the greeting no mail has left.
    dnsTimeout: setupMilliseconds,
    connectionTimeout: setupMilliseconds,
    greetingTimeout: setupMilliseconds,
    socketTimeout: timeoutMilliseconds,
    disableFileAccess: true,
    disableUrlAccess: true,
  })

  return {
    async send({ to, headers, ...mail }) {
      // The one parser decides delivery too: what it would not give back unchanged never reaches a header (CHN-15).
      if (parseEmailAddress(to) !== to)
        throw new MailNotSent('The recipient is not an address of ours.', 'permanent', false)
      try {
        const { response } = await transport.sendMail({
          ...mail,
          from,
          to: { name: '', address: to },
          // RFC 3834: no automatic replies.
          headers: { ...headers, 'Auto-Submitted': 'auto-generated' },
          signal: AbortSignal.timeout(2 * timeoutMilliseconds),
        })
        return { accepted: true, reply: response }
      } catch (cause) {
        throw notSent(cause)
      }
    },
    close: () => transport.close(),
  }
}

/** Read here and not by nodemailer: in its addresses, `?tls.rejectUnauthorized=false` would switch verification off. */
function serverOf(url: string): Pick<SMTPTransportOptions, 'host' | 'port' | 'secure' | 'auth'> {
  const { protocol, hostname, port, username, password } = new URL(url)
  const secure = protocol === 'smtps:'
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port ? Number(port) : secure ? 465 : 587,
    secure,
    ...(username ? { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } } : {}),
  }
}
