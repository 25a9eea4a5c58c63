// A process of its own that is killed around the moment of sending. killed.test.ts starts it, with its facts in DOOM.
import { createPlatform } from '../create-platform.ts'
import { startOutbox } from '../outbox/start-outbox.ts'
import { createFakeClock } from '../platform/clock.fake.ts'
import { parseKeyRing } from '../platform/key-ring.ts'
import { createMailTransport, type MailTransport } from '../platform/mail-transport.ts'
import type { Settings } from '../settings.ts'

export type Doom = {
  connection: { databaseUrl: string; databaseRoleSecret: string; keys: string }
  settings: Settings
  smtpPort: number
  now: string
  /** Before the relay was called, or after it took the mail and before that is kept. */
  dies: 'before sending' | 'after sending'
}

const { connection, settings, smtpPort, now, dies }: Doom = JSON.parse(process.env.DOOM ?? '')
const config = { ...connection, keys: parseKeyRing(connection.keys), databasePoolSize: 2, settings }
const transport = createMailTransport({
  url: `smtp://127.0.0.1:${smtpPort}`,
  from: 'Keyholder <noreply@keyholder.test>',
  requireTls: false,
})

startOutbox({
  platform: createPlatform(config, createFakeClock(new Date(now))),
  mail: { send: dies === 'before sending' ? die : (mail) => transport.send(mail).then(die) },
  sms: null,
  log: { info: () => {}, warn: () => {}, error: console.error },
})

function die(): ReturnType<MailTransport['send']> {
  process.kill(process.pid, 'SIGKILL')
  return new Promise(() => {})
}
