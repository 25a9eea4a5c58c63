import { describe, expect } from 'vitest'
import type { MailTransport } from '../platform/mail-transport.ts'
import { it, type OutboxHarness } from '../testing/outbox-harness.ts'
import { startOutbox } from './start-outbox.ts'

describe('the outbox', () => {
  it('sends by itself what was put into it, also long after it was started', async ({ harness }) => {
    const relay = hesitantRelay()
    relay.accept()
    const outbox = startOutbox(harness.outbox(relay))
    const id = await post(harness)
    await relay.handed
    await outbox.stop()
    expect((await harness.row(id)).state).toBe('sent')
  })

  it('stops when the message under way is sent and kept, and takes up no other', async ({ harness }) => {
    const relay = hesitantRelay()
    const id = await post(harness)
    const outbox = startOutbox(harness.outbox(relay))
    await relay.handed
    const waiting = await post(harness)
    const events: string[] = []
    const stopped = outbox.stop().then(() => events.push('stopped'))
    await post(harness)
    events.push('accepted')
    relay.accept()
    await stopped
    expect(events).toEqual(['accepted', 'stopped'])
    expect((await harness.row(id)).state).toBe('sent')
    expect((await harness.row(waiting)).state).toBe('waiting')
  })

  it('stops at once when there is nothing to do, and may be told so twice', async ({ harness }) => {
    const outbox = startOutbox(harness.outbox())
    await Promise.all([outbox.stop(), outbox.stop()])
  })
})

const post = async (harness: OutboxHarness) => {
  const reader = await harness.addReader('Jan')
  return harness.post(reader, 'password-changed', { at: harness.clock.now().toISOString(), byLink: false })
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
