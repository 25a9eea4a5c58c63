import { describe, expect } from 'vitest'
import { minutes, seconds } from '../platform/clock.fake.ts'
import { MailNotSent } from '../platform/mail-not-sent.ts'
import { SmsNotSent } from '../platform/sms/sms-not-sent.ts'
import { it, type PostOffice } from '../testing/post-office.ts'
import { claimDue } from './claim-due.ts'
import { deliver } from './deliver.ts'
import { deliverDue } from './deliver-due.ts'

describe('a code by SMS', () => {
  it('goes to its number, in the language of its reader, with the id of the message as reference', async ({
    office,
  }) => {
    const jan = await office.addReader('Jan')
    const id = await office.post(jan, 'sms-code', {
      to: NUMBER,
      code: '048213',
      expiresAt: office.clock.later(minutes(10)).toISOString(),
    })
    await office.asOwner((tx) =>
      tx.membership.updateMany({ where: { id: jan.membershipId }, data: { language: 'en' } }),
    )
    expect(await deliverDue(office.outbox())).toBe(1)
    expect(office.phones.received).toEqual([
      { to: NUMBER, text: expect.stringMatching(/^048213 is your code for Keyholder\./), reference: id },
    ])
    expect(await office.inbox()).toEqual([])
  })

  it('leaves nothing behind but the id by which the provider reports on it (CHN-17)', async ({ office }) => {
    const id = await postCode(office)
    await deliverDue(office.outbox())
    expect(await office.row(id)).toMatchObject({
      state: 'sent',
      payloadSealed: null,
      providerId: `provider-${id}`,
      delivery: null,
      copies: 1,
    })
  })

  it('that the provider refuses has failed at once', async ({ office }) => {
    const id = await postCode(office)
    office.phones.failWith(REFUSED)
    await deliverDue(office.outbox())
    expect(await office.row(id)).toMatchObject({ state: 'failed', error: 'refused', payloadSealed: null, copies: 0 })
  })

  it('that surely did not leave is tried once more within seconds, and has failed then', async ({ office }) => {
    const id = await postCode(office)
    office.phones.failWith(BUSY)
    await deliverDue(office.outbox())
    expect(await office.row(id)).toMatchObject({ state: 'waiting', error: 'relay', copies: 0 })
    office.clock.advance(seconds(5) - 1)
    expect(await deliverDue(office.outbox())).toBe(0)
    office.clock.advance(1)
    expect(await deliverDue(office.outbox())).toBe(1)
    expect(await office.row(id)).toMatchObject({ state: 'failed', error: 'relay', payloadSealed: null })
  })

  it('goes out at the second try when the provider is back', async ({ office }) => {
    const id = await postCode(office)
    office.phones.failWith(BUSY)
    await deliverDue(office.outbox())
    office.phones.failWith(null)
    office.clock.advance(seconds(5))
    await deliverDue(office.outbox())
    expect(office.phones.received).toHaveLength(1)
    expect((await office.row(id)).state).toBe('sent')
  })

  it.for([
    ['did not answer', SILENT],
    ['broke in a way that nobody foresaw', new TypeError('not foreseen')],
  ] as const)(
    'whose provider %s has failed, and never goes out again by itself (FLT-11)',
    async ([_what, error], { office }) => {
      const id = await postCode(office)
      office.phones.failWith(error)
      await deliverDue(office.outbox())
      expect(await office.row(id)).toMatchObject({ state: 'failed', error: 'unsure', payloadSealed: null, copies: 1 })
      office.phones.failWith(null)
      office.clock.advance(minutes(5))
      expect(await deliverDue(office.outbox())).toBe(0)
    },
  )

  it('whose worker was killed when it may have left never goes out again (FLT-13)', async ({ office }) => {
    const id = await postCode(office)
    const stopped = AbortSignal.abort()
    const [message] = await claimDue(office.outbox(), 5, 'codes')
    if (!message) throw new Error('It was due.')
    await office.asOwner((tx) => tx.message.updateMany({ where: { id }, data: { copies: 1 } }))
    await deliver(office.outbox(), { ...message, copies: 1 }, stopped)
    expect(office.phones.received).toEqual([])
    expect(await office.row(id)).toMatchObject({ state: 'failed', error: 'perhaps-sent', payloadSealed: null })
  })

  it('that has expired meanwhile is not sent any more', async ({ office }) => {
    const id = await postCode(office)
    office.clock.advance(minutes(10))
    await deliverDue(office.outbox())
    expect(office.phones.received).toEqual([])
    expect(await office.row(id)).toMatchObject({ state: 'failed', error: 'code-expired', payloadSealed: null })
  })

  it('to a member who is no longer there is not sent', async ({ office }) => {
    const jan = await office.addReader('Jan')
    const id = await office.post(jan, 'sms-code', {
      to: NUMBER,
      code: '048213',
      expiresAt: office.clock.later(minutes(10)).toISOString(),
    })
    await office.asOwner((tx) => tx.membership.deleteMany({ where: { id: jan.membershipId } }))
    await deliverDue(office.outbox())
    expect(await office.row(id)).toMatchObject({ state: 'failed', error: 'recipient-gone' })
  })

  it('does not leave where text messages are not set up, and holds up no mail', async ({ office }) => {
    const id = await postCode(office)
    await office.post(await office.addReader('Els'), 'password-changed', {
      at: office.clock.later(minutes(10)).toISOString(),
      byLink: false,
    })
    const outbox = { ...office.outbox(), sms: null }
    await deliverDue(outbox)
    office.clock.advance(seconds(5))
    await deliverDue(outbox)
    expect(await office.row(id)).toMatchObject({ state: 'failed', error: 'sms-off', payloadSealed: null })
    expect(await office.inbox()).toHaveLength(1)
  })

  it('that cannot be opened here is tried by another process, once, and has failed then', async ({ office }) => {
    const id = await postCode(office)
    await office.asOwner((tx) => tx.message.updateMany({ where: { id }, data: { payloadSealed: 'v1.none.AAAA' } }))
    await deliverDue(office.outbox())
    expect(await office.row(id)).toMatchObject({ state: 'waiting', error: 'unwritable' })
    office.clock.advance(seconds(5))
    await deliverDue(office.outbox())
    expect(await office.row(id)).toMatchObject({ state: 'failed', error: 'unwritable', copies: 0 })
  })
})

describe('while text messages are switched off', () => {
  const switchOff = (office: PostOffice) =>
    office.asOwner((tx) =>
      tx.switch.createMany({ data: [{ name: 'sms', offAt: office.clock.now(), reason: 'operator' }] }),
    )

  it('none leaves, also of those that waited already (CHN-07)', async ({ office }) => {
    const id = await postCode(office)
    await switchOff(office)
    await deliverDue(office.outbox())
    office.clock.advance(seconds(5))
    await deliverDue(office.outbox())
    expect(office.phones.received).toEqual([])
    expect(await office.row(id)).toMatchObject({ state: 'failed', error: 'sms-off' })
  })

  it('a notice waits until they are on again', async ({ office }) => {
    await postNotice(office)
    await switchOff(office)
    await deliverDue(office.outbox())
    await office.asOwner((tx) => tx.switch.deleteMany({}))
    office.clock.advance(minutes(1))
    await deliverDue(office.outbox())
    expect(office.phones.received).toMatchObject([{ to: NUMBER, text: expect.stringMatching(/^Dit nummer krijgt/) }])
  })

  it('mails go out as ever', async ({ office }) => {
    await switchOff(office)
    await office.post(await office.addReader('Jan'), 'password-changed', {
      at: office.clock.later(minutes(10)).toISOString(),
      byLink: false,
    })
    await deliverDue(office.outbox())
    expect(await office.inbox()).toHaveLength(1)
  })
})

describe('a notice by SMS', () => {
  it('of which nobody can tell whether it left goes out once more', async ({ office }) => {
    const id = await postNotice(office)
    office.phones.failWith(SILENT)
    await deliverDue(office.outbox())
    expect(await office.row(id)).toMatchObject({ state: 'waiting', error: 'unsure', copies: 1 })
    office.phones.failWith(null)
    office.clock.advance(minutes(1))
    await deliverDue(office.outbox())
    expect(office.phones.received).toHaveLength(1)
  })
})

describe('a code', () => {
  it('does not wait behind many notices, nor they behind many codes', async ({ office }) => {
    const jan = await office.addReader('Jan')
    await office.postMany(jan, 12)
    for (let n = 0; n < 7; n++) await postCode(office)
    expect(await deliverDue(office.outbox())).toBe(10)
    expect(office.phones.received).toHaveLength(5)
    expect(await office.inbox()).toHaveLength(5)
  })
})

describe('a code by e-mail', () => {
  const postMailCode = async (office: PostOffice) =>
    office.post(await office.addReader('Jan'), 'sign-in-code', {
      code: '048213',
      expiresAt: office.clock.later(minutes(10)).toISOString(),
    })

  it('has the code in its text and not in its subject', async ({ office }) => {
    await postMailCode(office)
    await deliverDue(office.outbox())
    expect(await office.inbox()).toMatchObject([
      { Subject: 'Je code om in te loggen', Text: expect.stringContaining('Je code voor Keyholder is: 048213\n') },
    ])
  })

  it('never goes out again when nobody can tell whether it left, and is no more tried for a day (FLT-11)', async ({
    office,
  }) => {
    const id = await postMailCode(office)
    const unsure = new MailNotSent('broke', 'temporary', true)
    await deliverDue(office.outbox({ send: () => Promise.reject(unsure) }))
    expect(await office.row(id)).toMatchObject({ state: 'failed', error: 'unsure', payloadSealed: null, copies: 1 })
    const away = await postMailCode(office)
    const relay = { send: () => Promise.reject(new MailNotSent('away', 'temporary', false)) }
    await deliverDue(office.outbox(relay))
    office.clock.advance(seconds(5))
    await deliverDue(office.outbox(relay))
    expect(await office.row(away)).toMatchObject({ state: 'failed', error: 'relay', payloadSealed: null })
  })

  it('that has expired meanwhile is not sent any more', async ({ office }) => {
    const id = await postMailCode(office)
    office.clock.advance(minutes(10))
    await deliverDue(office.outbox())
    expect(await office.row(id)).toMatchObject({ state: 'failed', error: 'code-expired' })
  })
})

const NUMBER = '+31612345678'

const postCode = async (office: PostOffice) => {
  const jan = await office.addReader('Jan')
  return office.post(jan, 'sms-code', {
    to: NUMBER,
    code: '048213',
    expiresAt: office.clock.later(minutes(10)).toISOString(),
  })
}

const postNotice = async (office: PostOffice) =>
  office.post(await office.addReader('Jan'), 'sms-number-replaced', { to: NUMBER })
const BUSY = new SmsNotSent('later', { kind: 'temporary', mayHaveLeft: false })
const REFUSED = new SmsNotSent('never', { kind: 'permanent', mayHaveLeft: false })
const SILENT = new SmsNotSent('no answer', { kind: 'temporary', mayHaveLeft: true })
