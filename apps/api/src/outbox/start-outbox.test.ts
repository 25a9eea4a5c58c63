import { describe, expect } from 'vitest'
import type { MailTransport } from '../platform/mail-transport.ts'
import { it, type PostOffice } from '../testing/post-office.ts'
import { startOutbox } from './start-outbox.ts'

describe('the outbox', () => {
  it('sends by itself what was put into it, also long after it was started', async ({ office }) => {
    const relay = hesitantRelay()
    relay.accept()
    const outbox = startOutbox(office.outbox(relay))
    const id = await post(office)
    await relay.handed
    await outbox.stop()
    expect((await office.row(id)).state).toBe('sent')
  })

  it('stops when the message under way is sent and kept, and takes up no other', async ({ office }) => {
    const relay = hesitantRelay()
    const id = await post(office)
    const outbox = startOutbox(office.outbox(relay))
    await relay.handed
    const waiting = await post(office)
    const events: string[] = []
    const stopped = outbox.stop().then(() => events.push('stopped'))
    await post(office)
    events.push('accepted')
    relay.accept()
    await stopped
    expect(events).toEqual(['accepted', 'stopped'])
    expect((await office.row(id)).state).toBe('sent')
    expect((await office.row(waiting)).state).toBe('waiting')
  })

  it('stops at once when there is nothing to do, and may be told so twice', async ({ office }) => {
    const outbox = startOutbox(office.outbox())
    await Promise.all([outbox.stop(), outbox.stop()])
  })
})

const post = async (office: PostOffice) => {
  const reader = await office.addReader('Jan')
  return office.post(reader, 'password-changed', { at: office.clock.now().toISOString(), byLink: false })
}

/** A relay that has been handed a mail and says nothing until it is told to. */
function hesitantRelay() {
  const handed = Promise.withResolvers<void>()
  const answer = Promise.withResolvers<void>()
  const send: MailTransport['send'] = async () => {
    handed.resolve()
    await answer.promise
    return { accepted: true, reply: '250 ok' }
  }
  return { send, handed: handed.promise, accept: answer.resolve }
}
