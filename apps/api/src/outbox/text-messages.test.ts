import { describe, expect } from 'vitest'
import { minutes, seconds } from '../platform/clock.fake.ts'
import { MailNotSent } from '../platform/mail-not-sent.ts'
import { SmsNotSent } from '../platform/sms/sms-not-sent.ts'
import { it, type OutboxHarness } from '../testing/outbox-harness.ts'
import { claimDue } from './claim-due.ts'
import { deliver } from './deliver.ts'
import { deliverDue } from './deliver-due.ts'

describe('a code by SMS', () => {
  it('goes to its number, in the language of its reader, with the id of the message as reference', async ({
    harness,
  }) => {
    const jan = await harness.addReader('Jan')
    const id = await harness.post(jan, 'sms-code', {
      to: NUMBER,
      code: '048213',
      expiresAt: harness.clock.later(minutes(10)).toISOString(),
    })
    await harness.asOwner((tx) =>
      tx.membership.updateMany({ where: { id: jan.membershipId }, data: { language: 'en' } }),
    )
    expect(await deliverDue(harness.outbox())).toBe(1)
    expect(harness.phones.received).toEqual([
      { to: NUMBER, text: expect.stringMatching(/^048213 is your code for Keyholder\./), reference: id },
    ])
    expect(await harness.inbox()).toEqual([])
  })

  it('leaves nothing behind but the id that delivery reports name (CHN-17)', async ({ harness }) => {
    const id = await postCode(harness)
    await deliverDue(harness.outbox())
    expect(await harness.row(id)).toMatchObject({
      state: 'sent',
      payloadSealed: null,
      providerId: `provider-${id}`,
      delivery: null,
      sendAttempts: 1,
    })
  })

  it('that the provider refuses has failed at once', async ({ harness }) => {
    const id = await postCode(harness)
    harness.phones.failWith(REFUSED)
    await deliverDue(harness.outbox())
    expect(await harness.row(id)).toMatchObject({
      state: 'failed',
      error: 'refused',
      payloadSealed: null,
      sendAttempts: 0,
    })
  })

  it('that surely did not leave is tried once more within seconds, and has failed then', async ({ harness }) => {
    const id = await postCode(harness)
    harness.phones.failWith(BUSY)
    await deliverDue(harness.outbox())
    expect(await harness.row(id)).toMatchObject({ state: 'waiting', error: 'relay', sendAttempts: 0 })
    harness.clock.advance(seconds(5) - 1)
    expect(await deliverDue(harness.outbox())).toBe(0)
    harness.clock.advance(1)
    expect(await deliverDue(harness.outbox())).toBe(1)
    expect(await harness.row(id)).toMatchObject({ state: 'failed', error: 'relay', payloadSealed: null })
  })

  it('goes out at the second try when the provider is back', async ({ harness }) => {
    const id = await postCode(harness)
    harness.phones.failWith(BUSY)
    await deliverDue(harness.outbox())
    harness.phones.failWith(null)
    harness.clock.advance(seconds(5))
    await deliverDue(harness.outbox())
    expect(harness.phones.received).toHaveLength(1)
    expect((await harness.row(id)).state).toBe('sent')
  })

  it.for([
    ['did not answer', SILENT],
    ['broke in an unforeseen way', new TypeError('not foreseen')],
  ] as const)(
    'whose provider %s has failed, and never goes out again by itself (FLT-11)',
    async ([_what, error], { harness }) => {
      const id = await postCode(harness)
      harness.phones.failWith(error)
      await deliverDue(harness.outbox())
      expect(await harness.row(id)).toMatchObject({
        state: 'failed',
        error: 'unsure',
        payloadSealed: null,
        sendAttempts: 1,
      })
      harness.phones.failWith(null)
      harness.clock.advance(minutes(5))
      expect(await deliverDue(harness.outbox())).toBe(0)
    },
  )

  it('whose worker was killed when it may have left never goes out again (FLT-13)', async ({ harness }) => {
    const id = await postCode(harness)
    const stopped = AbortSignal.abort()
    const [message] = await claimDue(harness.outbox(), 5, 'codes')
    if (!message) throw new Error('It was due.')
    await harness.asOwner((tx) => tx.message.updateMany({ where: { id }, data: { sendAttempts: 1 } }))
    await deliver(harness.outbox(), { ...message, sendAttempts: 1 }, stopped)
    expect(harness.phones.received).toEqual([])
    expect(await harness.row(id)).toMatchObject({ state: 'failed', error: 'perhaps-sent', payloadSealed: null })
  })

  it('that has expired meanwhile is not sent any more', async ({ harness }) => {
    const id = await postCode(harness)
    harness.clock.advance(minutes(10))
    await deliverDue(harness.outbox())
    expect(harness.phones.received).toEqual([])
    expect(await harness.row(id)).toMatchObject({ state: 'failed', error: 'code-expired', payloadSealed: null })
  })

  it('to a member who is no longer there is not sent', async ({ harness }) => {
    const jan = await harness.addReader('Jan')
    const id = await harness.post(jan, 'sms-code', {
      to: NUMBER,
      code: '048213',
      expiresAt: harness.clock.later(minutes(10)).toISOString(),
    })
    await harness.asOwner((tx) => tx.membership.deleteMany({ where: { id: jan.membershipId } }))
    await deliverDue(harness.outbox())
    expect(await harness.row(id)).toMatchObject({ state: 'failed', error: 'recipient-gone' })
  })

  it('does not leave where text messages are not set up, and holds up no mail', async ({ harness }) => {
    const id = await postCode(harness)
    await harness.post(await harness.addReader('Els'), 'password-changed', {
      at: harness.clock.later(minutes(10)).toISOString(),
      byLink: false,
    })
    const outbox = { ...harness.outbox(), sms: null }
    await deliverDue(outbox)
    harness.clock.advance(seconds(5))
    await deliverDue(outbox)
    expect(await harness.row(id)).toMatchObject({ state: 'failed', error: 'sms-off', payloadSealed: null })
    expect(await harness.inbox()).toHaveLength(1)
  })

  it('that cannot be opened here is tried by another process, once, and has failed then', async ({ harness }) => {
    const id = await postCode(harness)
    await harness.asOwner((tx) => tx.message.updateMany({ where: { id }, data: { payloadSealed: 'v1.none.AAAA' } }))
    await deliverDue(harness.outbox())
    expect(await harness.row(id)).toMatchObject({ state: 'waiting', error: 'unwritable' })
    harness.clock.advance(seconds(5))
    await deliverDue(harness.outbox())
    expect(await harness.row(id)).toMatchObject({ state: 'failed', error: 'unwritable', sendAttempts: 0 })
  })
})

describe('while text messages are switched off', () => {
  const switchOff = (harness: OutboxHarness) =>
    harness.asOwner((tx) =>
      tx.killSwitch.createMany({ data: [{ name: 'sms', offAt: harness.clock.now(), reason: 'operator' }] }),
    )

  it('none leaves, also of those that waited already (CHN-07)', async ({ harness }) => {
    const id = await postCode(harness)
    await switchOff(harness)
    await deliverDue(harness.outbox())
    harness.clock.advance(seconds(5))
    await deliverDue(harness.outbox())
    expect(harness.phones.received).toEqual([])
    expect(await harness.row(id)).toMatchObject({ state: 'failed', error: 'sms-off' })
  })

  it('a notice waits until they are on again', async ({ harness }) => {
    await postNotice(harness)
    await switchOff(harness)
    await deliverDue(harness.outbox())
    await harness.asOwner((tx) => tx.killSwitch.deleteMany({}))
    harness.clock.advance(minutes(1))
    await deliverDue(harness.outbox())
    expect(harness.phones.received).toMatchObject([{ to: NUMBER, text: expect.stringMatching(/^Dit nummer krijgt/) }])
  })

  it('mails still go out', async ({ harness }) => {
    await switchOff(harness)
    await harness.post(await harness.addReader('Jan'), 'password-changed', {
      at: harness.clock.later(minutes(10)).toISOString(),
      byLink: false,
    })
    await deliverDue(harness.outbox())
    expect(await harness.inbox()).toHaveLength(1)
  })
})

describe('a notice by SMS', () => {
  it('that may or may not have left goes out once more', async ({ harness }) => {
    const id = await postNotice(harness)
    harness.phones.failWith(SILENT)
    await deliverDue(harness.outbox())
    expect(await harness.row(id)).toMatchObject({ state: 'waiting', error: 'unsure', sendAttempts: 1 })
    harness.phones.failWith(null)
    harness.clock.advance(minutes(1))
    await deliverDue(harness.outbox())
    expect(harness.phones.received).toHaveLength(1)
  })
})

describe('a code', () => {
  it('does not wait behind many notices, nor they behind many codes', async ({ harness }) => {
    const jan = await harness.addReader('Jan')
    await harness.postMany(jan, 12)
    for (let n = 0; n < 7; n++) await postCode(harness)
    expect(await deliverDue(harness.outbox())).toBe(10)
    expect(harness.phones.received).toHaveLength(5)
    expect(await harness.inbox()).toHaveLength(5)
  })
})

describe('a code by e-mail', () => {
  const postMailCode = async (harness: OutboxHarness) =>
    harness.post(await harness.addReader('Jan'), 'sign-in-code', {
      code: '048213',
      expiresAt: harness.clock.later(minutes(10)).toISOString(),
    })

  it('has the code in its text and not in its subject', async ({ harness }) => {
    await postMailCode(harness)
    await deliverDue(harness.outbox())
    expect(await harness.inbox()).toMatchObject([
      { Subject: 'Je code om in te loggen', Text: expect.stringContaining('Je code voor Keyholder is: 048213\n') },
    ])
  })

  it('never goes out again when it may have left, and is not tried for a day (FLT-11)', async ({ harness }) => {
    const id = await postMailCode(harness)
    const unsure = new MailNotSent('broke', 'temporary', true)
    await deliverDue(harness.outbox({ send: () => Promise.reject(unsure) }))
    expect(await harness.row(id)).toMatchObject({
      state: 'failed',
      error: 'unsure',
      payloadSealed: null,
      sendAttempts: 1,
    })
    const away = await postMailCode(harness)
    const relay = { send: () => Promise.reject(new MailNotSent('away', 'temporary', false)) }
    await deliverDue(harness.outbox(relay))
    harness.clock.advance(seconds(5))
    await deliverDue(harness.outbox(relay))
    expect(await harness.row(away)).toMatchObject({ state: 'failed', error: 'relay', payloadSealed: null })
  })

  it('that has expired meanwhile is not sent any more', async ({ harness }) => {
    const id = await postMailCode(harness)
    harness.clock.advance(minutes(10))
    await deliverDue(harness.outbox())
    expect(await harness.row(id)).toMatchObject({ state: 'failed', error: 'code-expired' })
  })
})

const NUMBER = '+31612345678'

const postCode = async (harness: OutboxHarness) => {
  const jan = await harness.addReader('Jan')
  return harness.post(jan, 'sms-code', {
    to: NUMBER,
    code: '048213',
    expiresAt: harness.clock.later(minutes(10)).toISOString(),
  })
}

const postNotice = async (harness: OutboxHarness) =>
  harness.post(await harness.addReader('Jan'), 'sms-phone-replaced', { to: NUMBER })
const BUSY = new SmsNotSent('later', { kind: 'temporary', mayHaveLeft: false })
const REFUSED = new SmsNotSent('never', { kind: 'permanent', mayHaveLeft: false })
const SILENT = new SmsNotSent('no answer', { kind: 'temporary', mayHaveLeft: true })
