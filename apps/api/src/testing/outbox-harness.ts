import { startMailbox } from '@keyholder/mailbox'
import type { MessageData, MessageName } from '../messages/messages.ts'
import { enqueue } from '../outbox/enqueue.ts'
import type { Outbox } from '../outbox/outbox.ts'
import { createMailTransport, type MailTransport } from '../platform/mail-transport.ts'
import type { Log } from '../platform/repeat.ts'
import { it as base } from './it.ts'
import { fakePhones } from './phones.fake.ts'
import type { Person, World } from './world.ts'

type Received = {
  MessageID: string
  To: { Name: string; Address: string }[]
  Subject: string
  Text: string
  HTML: string
}

export const QUIET: Log = { info: () => {}, warn: () => {}, error: () => {} }

/** Mail over real SMTP to the port of a mailbox, or of a relay that misbehaves. */
export function transportTo(port: number): MailTransport {
  const from = 'Keyholder <noreply@keyholder.test>'
  return createMailTransport({ url: `smtp://127.0.0.1:${port}`, from, requireTls: false, timeoutMilliseconds: 10_000 })
}

/** A test with an outbox and a mailbox: open as long as the file, and empty when a test begins. */
export const it = base
  .extend('openHarness', { scope: 'file' }, async ({ world }, { onCleanup }) => {
    const harness = await openOutboxHarness(world)
    onCleanup(harness.close)
    return harness
  })
  .extend('harness', async ({ openHarness }) => {
    await openHarness.clear()
    return openHarness
  })

/** An outbox and a mailbox: what is enqueued, delivered, read and kept, for tests. */
async function openOutboxHarness(world: World) {
  const { platform } = world
  const mailbox = await startMailbox({ smtpPort: 0, httpPort: 0 })
  const tenant = await world.addTenant('De Linde')
  const phones = fakePhones()
  const read = async (path: string) => (await fetch(`http://127.0.0.1:${mailbox.httpPort}/api/v1/${path}`)).text()

  const addReader = (name: string) => world.addPerson(tenant, 'reader', { name })

  return {
    ...world,
    tenant,
    addReader,
    phones,
    smtpPort: mailbox.smtpPort,
    /** An outbox that sends to the mailbox, or over another transport. */
    outbox: (mail: Outbox['mail'] = transportTo(mailbox.smtpPort), log = QUIET): Outbox => ({
      platform,
      mail,
      sms: phones,
      log,
    }),

    /** Enqueues a message as a use case does, and gives the id of its row. */
    async post<T extends MessageName>({ tenantId, membershipId }: Person, template: T, data: MessageData[T]) {
      const context = { platform, now: world.clock.now() }
      const id = platform.random.uuid()
      const envelope = { id, tenantId, membershipId, template, data }
      await platform.database.signIn.write((tx) => enqueue(tx, context, envelope))
      return id
    },
    /** Enqueues that many notices at once. */
    async postMany({ tenantId, membershipId }: Person, count: number) {
      const context = { platform, now: world.clock.now() }
      const data = { at: context.now.toISOString(), byLink: false }
      await platform.database.signIn.write(async (tx) => {
        for (let left = count; left > 0; left--) {
          await enqueue(tx, context, { tenantId, membershipId, template: 'password-changed', data })
        }
      })
    },
    /** What is kept of a message. */
    row: (id: string) => world.asOwner((tx) => tx.message.findFirstOrThrow({ where: { id } })),

    /** The mails that the mailbox got, oldest first. */
    async inbox(): Promise<Received[]> {
      const { messages }: { messages: { ID: string }[] } = JSON.parse(await read('messages?limit=1000'))
      return Promise.all(messages.reverse().map(async ({ ID }) => JSON.parse(await read(`message/${ID}`))))
    },
    /** Between two tests: nothing waits and nothing was received. */
    async clear() {
      phones.received.length = 0
      phones.failWith(null)
      await world.asOwner(async (tx) => {
        await tx.message.deleteMany({})
        await tx.killSwitch.deleteMany({})
      })
      await fetch(`http://127.0.0.1:${mailbox.httpPort}/api/v1/messages`, { method: 'DELETE' })
    },
    close: () => mailbox.stop(),
  }
}

export type OutboxHarness = Awaited<ReturnType<typeof openOutboxHarness>>
