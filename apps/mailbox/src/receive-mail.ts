import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server'
import type { MessageStore } from './message-store.ts'
import { readMail } from './read-mail.ts'

const BYTES_PER_MAIL = 5 * 1024 * 1024
const CLIENTS_AT_ONCE = 100
// Long enough for a mail under way, short enough that stopping is not noticed.
const STOP_GRACE_MS = 100

// 554: sending it again will not help (RFC 5321 §4.2.3).
const UNREADABLE = Object.assign(new Error('The mail cannot be read'), { responseCode: 554 })

export function createMailReceiver(store: MessageStore): SMTPServer {
  const server = new SMTPServer({
    name: 'localhost',
    banner: 'Keyholder development mailbox',
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    size: BYTES_PER_MAIL,
    rejectOversized: true,
    maxClients: CLIENTS_AT_ONCE,
    closeTimeout: STOP_GRACE_MS,
    onData: (stream, session, done) => {
      keep(stream, session, store).then(
        () => done(),
        () => done(UNREADABLE),
      )
    },
  })
  // A client that hangs up half way is its own affair; without a listener it would end the process.
  server.on('error', () => {})
  return server
}

async function keep(stream: SMTPServerDataStream, session: SMTPServerSession, store: MessageStore): Promise<void> {
  const raw = await collect(stream)
  if (!raw) return
  const { mailFrom, rcptTo } = session.envelope
  const envelope = { from: mailFrom ? mailFrom.address : '', to: rcptTo.map((recipient) => recipient.address) }
  store.add(await readMail(raw, envelope))
}

/** The mail as it came, or null when it is too large: the server then refuses it after the last byte. */
async function collect(stream: SMTPServerDataStream): Promise<Buffer | null> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) {
    if (!stream.sizeExceeded) chunks.push(chunk)
  }
  return stream.sizeExceeded ? null : Buffer.concat(chunks)
}
