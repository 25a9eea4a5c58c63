import { describe, expect, onTestFinished } from 'vitest'
import { createPlatform } from '../create-platform.ts'
import { hours, minutes, seconds } from '../platform/clock.fake.ts'
import { parseKeyRing } from '../platform/key-ring.ts'
import { MailNotSent } from '../platform/mail-not-sent.ts'
import { startFakeRelay } from '../platform/mail-relay.fake.ts'
import { it, type OutboxHarness, transportTo } from '../testing/outbox-harness.ts'
import { claimDue } from './claim-due.ts'
import { deliver } from './deliver.ts'
import { deliverDue } from './deliver-due.ts'
import type { Outbox } from './outbox.ts'

describe('a message', () => {
  it('arrives in the words and the language of its reader, under an id of its own', async ({ harness }) => {
    const jan = await harness.addReader('Jan de Vries')
    const data = resetLink(harness)
    const id = await harness.post(jan, 'password-reset', data)
    expect(await deliverDue(harness.outbox())).toBe(1)
    const [mail, ...more] = await harness.inbox()
    expect(more).toEqual([])
    expect(mail).toMatchObject({
      MessageID: `${id}@localhost`,
      To: [{ Name: '', Address: jan.email }],
      Subject: 'Kies een nieuw wachtwoord',
    })
    expect(mail?.Text).toMatch(/^Hallo Jan de Vries,/)
    expect(mail?.Text).toContain(`\n${data.link}\n`)
    expect(mail?.HTML).toContain(`href="${data.link}"`)
  })

  it('leaves nothing of its content behind once it is sent', async ({ harness }) => {
    const id = await harness.post(await harness.addReader('Jan'), 'password-reset', resetLink(harness))
    expect((await harness.row(id)).payloadSealed).toMatch(/^v1\./)
    await deliverDue(harness.outbox())
    const now = harness.clock.now()
    const kept = {
      state: 'sent',
      payloadSealed: null,
      sentAt: now,
      transportCalledAt: now,
      leaseUntil: null,
      error: null,
    }
    expect(await harness.row(id)).toMatchObject({ ...kept, sendAttempts: 1, tries: 1 })
    expect(await deliverDue(harness.outbox())).toBe(0)
  })

  it('goes to the address, by the name and in the language that its reader has when it is sent', async ({
    harness,
  }) => {
    const jan = await harness.addReader('Jan')
    await harness.post(jan, 'password-changed', NOTICE)
    const data = { name: 'Jana de Vries', email: 'jana@example.nl', language: 'en' }
    await harness.asOwner((tx) => tx.membership.updateMany({ where: { id: jan.membershipId }, data }))
    await deliverDue(harness.outbox())
    const [mail] = await harness.inbox()
    expect(mail).toMatchObject({ To: [{ Address: 'jana@example.nl' }], Subject: 'Your password was changed' })
    expect(mail?.Text).toMatch(/^Hello Jana de Vries,/)
  })

  it('does not go to a member who is no longer there', async ({ harness }) => {
    const jan = await harness.addReader('Jan')
    const id = await harness.post(jan, 'password-changed', NOTICE)
    await harness.asOwner((tx) => tx.membership.deleteMany({ where: { id: jan.membershipId } }))
    await deliverDue(harness.outbox())
    expect(await harness.row(id)).toMatchObject({
      state: 'failed',
      error: 'recipient-gone',
      payloadSealed: null,
      sendAttempts: 0,
    })
    expect(await harness.inbox()).toEqual([])
  })

  it('tells a member that they were deactivated, after they were', async ({ harness }) => {
    const jan = await harness.addReader('Jan')
    await harness.post(jan, 'deactivated', { tenantName: 'De Linde', by: 'Fatima' })
    const where = { id: jan.membershipId }
    await harness.asOwner((tx) => tx.membership.updateMany({ where, data: { status: 'deactivated' } }))
    await deliverDue(harness.outbox())
    expect(await harness.inbox()).toMatchObject([{ Subject: 'Je toegang tot De Linde is gestopt' }])
  })

  it('to the contact of an API user does not call them by the name of the machine', async ({ harness }) => {
    const machine = await harness.addReader('Koppeling dashboard')
    const where = { id: machine.membershipId }
    await harness.asOwner((tx) => tx.membership.updateMany({ where, data: { kind: 'api' } }))
    const data = {
      ...resetLink(harness),
      apiUserName: 'Koppeling dashboard',
      tenantName: 'De Linde',
      responsible: 'Jan',
    }
    await harness.post(machine, 'api-credential', data)
    await deliverDue(harness.outbox())
    expect((await harness.inbox())[0]?.Text).toMatch(/^Hallo,\n/)
  })

  it('whose link has expired meanwhile is not sent any more', async ({ harness }) => {
    const id = await harness.post(await harness.addReader('Jan'), 'password-reset', resetLink(harness))
    harness.clock.advance(hours(1))
    await deliverDue(harness.outbox())
    expect(await harness.row(id)).toMatchObject({
      state: 'failed',
      error: 'link-expired',
      payloadSealed: null,
      sendAttempts: 0,
    })
    expect(await harness.inbox()).toEqual([])
  })

  it('adds no header and no recipient by a name, and no line too long for mail (CHN-14)', async ({ harness }) => {
    const { relay, outbox } = await relayThat(harness)
    const reader = await harness.addReader('Jan\r\nBcc: attacker@evil.example')
    const tenantName = `De Linde\r\nBcc: attacker@evil.example\r\n\r\n${'\u{1f511}'.repeat(100)}`
    await harness.post(reader, 'invitation', { ...resetLink(harness), tenantName, invitedBy: tenantName })
    await deliverDue(outbox)
    const headers = relay.heard.slice(relay.heard.indexOf('DATA') + 1, relay.heard.indexOf(''))
    const names = headers.filter((line) => !/^\s/.test(line)).map((line) => line.split(':')[0])
    const own = ['From', 'To', 'Subject', 'Message-ID', 'Date', 'MIME-Version', 'Content-Type', 'Auto-Submitted']
    expect(names.sort()).toEqual(own.sort())
    expect(relay.heard.filter((line) => line.startsWith('RCPT'))).toEqual([`RCPT TO:<${reader.email}>`])
    for (const line of relay.heard) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(998)
  })
})

describe('a message that the relay refuses', () => {
  it('for good has failed at once, and is wiped (FLT-11)', async ({ harness }) => {
    const { relay, outbox } = await relayThat(harness, { RCPT: '550 5.1.1 no such user' })
    const id = await harness.post(await harness.addReader('Jan'), 'password-changed', NOTICE)
    await deliverDue(outbox)
    expect(await harness.row(id)).toMatchObject({
      state: 'failed',
      error: 'refused',
      payloadSealed: null,
      sendAttempts: 0,
    })
    harness.clock.advance(hours(25))
    expect(await deliverDue(outbox)).toBe(0)
    expect(relay.heard.filter((line) => line.startsWith('RCPT'))).toHaveLength(1)
  })

  it('to a malformed address has failed, without a word to the relay (CHN-15)', async ({ harness }) => {
    const { relay, outbox } = await relayThat(harness)
    const jan = await harness.addReader('Jan')
    const id = await harness.post(jan, 'password-changed', NOTICE)
    const data = { email: '"a@evil.example x"@target.nl' }
    await harness.asOwner((tx) => tx.membership.updateMany({ where: { id: jan.membershipId }, data }))
    await deliverDue(outbox)
    expect(await harness.row(id)).toMatchObject({ state: 'failed', error: 'refused', payloadSealed: null })
    expect(relay.heard).toEqual([])
  })

  it('for now is tried less and less often for a day, and then given up and wiped (FLT-11)', async ({ harness }) => {
    const { outbox } = await relayThat(harness, { greeting: '421 4.3.2 come back later' })
    const id = await harness.post(await harness.addReader('Jan'), 'password-changed', NOTICE)
    const begunAt = harness.clock.now().getTime()
    const waits: number[] = []
    for (;;) {
      expect(await deliverDue(outbox)).toBe(1)
      const { state, nextTryAt, error, sendAttempts, leaseUntil } = await harness.row(id)
      expect({ error, sendAttempts, leaseUntil }).toEqual({ error: 'relay', sendAttempts: 0, leaseUntil: null })
      if (state === 'failed') break
      const wait = nextTryAt.getTime() - harness.clock.now().getTime()
      waits.push(wait / minutes(1))
      harness.clock.advance(wait - 1)
      expect(await deliverDue(outbox)).toBe(0)
      harness.clock.advance(1)
    }
    expect(waits).toEqual([1, 5, 15, 60, 120, 240, 480, 480])
    expect(harness.clock.now().getTime() - begunAt).toBeLessThanOrEqual(hours(24))
    expect((await harness.row(id)).payloadSealed).toBeNull()
  })

  it('for now goes out, once, when the relay is back (FLT-11)', async ({ harness }) => {
    const { relay, outbox } = await relayThat(harness)
    await relay.stop()
    await harness.post(await harness.addReader('Jan'), 'password-changed', NOTICE)
    await deliverDue(outbox)
    harness.clock.advance(minutes(1))
    await deliverDue(harness.outbox())
    harness.clock.advance(hours(25))
    expect(await deliverDue(harness.outbox())).toBe(0)
    expect(await harness.inbox()).toHaveLength(1)
  })
})

describe('a message that may or may not have left', () => {
  it('goes out once more under the same id, and never a third time (FLT-11, FLT-13)', async ({ harness }) => {
    const { relay, outbox } = await relayThat(harness, { end: 'close' })
    const id = await harness.post(await harness.addReader('Jan'), 'password-changed', NOTICE)
    await deliverDue(outbox)
    expect(await harness.row(id)).toMatchObject({ state: 'waiting', error: 'unsure', sendAttempts: 1 })
    for (const wait of [minutes(1), minutes(5), hours(1), hours(25)]) {
      harness.clock.advance(wait)
      await deliverDue(outbox)
    }
    expect(relay.heard.filter((line) => line.startsWith('Message-ID'))).toEqual(
      Array(2).fill(`Message-ID: <${id}@localhost>`),
    )
    expect(await harness.row(id)).toMatchObject({
      state: 'failed',
      error: 'perhaps-sent',
      payloadSealed: null,
      sendAttempts: 2,
    })
  })

  it('is one whose transport broke in an unforeseen way', async ({ harness }) => {
    const id = await harness.post(await harness.addReader('Jan'), 'password-changed', NOTICE)
    await deliverDue(harness.outbox({ send: () => Promise.reject(new TypeError('not foreseen')) }))
    expect(await harness.row(id)).toMatchObject({ state: 'waiting', error: 'unsure', sendAttempts: 1 })
  })

  it('may go out twice by the rule of the table itself', async ({ harness }) => {
    const id = await harness.post(await harness.addReader('Jan'), 'password-changed', NOTICE)
    const third = harness.asOwner((tx) => tx.message.updateMany({ where: { id }, data: { sendAttempts: 3 } }))
    await expect(third).rejects.toThrow(/messages_send_attempts/)
  })
})

describe('a message that was claimed', () => {
  it('belongs to one worker while the lease lasts, and is due again afterwards (FLT-13)', async ({ harness }) => {
    const id = await harness.post(await harness.addReader('Jan'), 'password-changed', NOTICE)
    expect(await claimDue(harness.outbox(), 5, 'notices')).toMatchObject([{ id, tries: 1, sendAttempts: 0 }])
    harness.clock.advance(seconds(60) - 1)
    expect(await deliverDue(harness.outbox())).toBe(0)
    harness.clock.advance(1)
    expect(await deliverDue(harness.outbox())).toBe(1)
    expect(await harness.inbox()).toHaveLength(1)
  })

  it('by one who was slow is left to the one who has it now (FLT-13)', async ({ harness }) => {
    const id = await harness.post(await harness.addReader('Jan'), 'password-changed', NOTICE)
    const [slow] = await claimDue(harness.outbox(), 1, 'notices')
    harness.clock.advance(seconds(60))
    const [quick] = await claimDue(harness.outbox(), 1, 'notices')
    await deliver(harness.outbox(), slow!, RUNNING)
    expect(await harness.inbox()).toEqual([])
    await deliver(harness.outbox(), quick!, RUNNING)
    expect(await harness.inbox()).toHaveLength(1)
    expect(await harness.row(id)).toMatchObject({ state: 'sent', sendAttempts: 1 })
  })

  it('by one who was slow and failed is not taken from the one who has it now (FLT-13)', async ({ harness }) => {
    const id = await harness.post(await harness.addReader('Jan'), 'password-changed', NOTICE)
    const slow = harness.outbox({
      send: async () => {
        harness.clock.advance(seconds(60))
        await claimDue(harness.outbox(), 1, 'notices')
        throw new MailNotSent('The mail was not sent.', 'temporary', false)
      },
    })
    await deliverDue(slow)
    const { leaseUntil, tries, sendAttempts } = await harness.row(id)
    expect({ tries, sendAttempts }).toEqual({ tries: 2, sendAttempts: 1 })
    expect(leaseUntil).toEqual(harness.clock.later(seconds(60)))
  })

  it('is taken up by one of two processes (FLT-13)', async ({ harness }) => {
    await harness.postMany(await harness.addReader('Jan'), 50)
    const drain = async (outbox: Outbox) => {
      let taken = 0
      for (let count = -1; count !== 0; taken += count) count = await deliverDue(outbox)
      return taken
    }
    const taken = await Promise.all([drain(harness.outbox()), drain(anotherProcess(harness))])
    expect(taken.reduce((sum, count) => sum + count)).toBe(50)
    const ids = (await harness.inbox()).map((mail) => mail.MessageID)
    expect(ids).toHaveLength(50)
    expect(new Set(ids).size).toBe(50)
  })
})

describe('a message that cannot be written', () => {
  it('because it is of a newer build waits for a process that can, and holds up no other', async ({ harness }) => {
    const jan = await harness.addReader('Jan')
    const id = await harness.post(jan, 'password-changed', NOTICE)
    await harness.asOwner((tx) => tx.message.updateMany({ where: { id }, data: { template: 'a-newer-one' } }))
    await harness.post(jan, 'password-changed', NOTICE)
    await deliverDue(harness.outbox())
    expect(await harness.row(id)).toMatchObject({ state: 'waiting', error: 'unwritable', sendAttempts: 0 })
    expect(await harness.inbox()).toHaveLength(1)
    await harness.asOwner((tx) => tx.message.updateMany({ where: { id }, data: { template: 'password-changed' } }))
    harness.clock.advance(minutes(1))
    await deliverDue(harness.outbox())
    expect(await harness.inbox()).toHaveLength(2)
  })

  it('because its content was sealed for another is not sent', async ({ harness }) => {
    const [jan, piet] = [await harness.addReader('Jan'), await harness.addReader('Piet')]
    const [ours, theirs] = [
      await harness.post(jan, 'password-reset', resetLink(harness)),
      await harness.post(piet, 'password-changed', NOTICE),
    ]
    const { payloadSealed } = await harness.row(ours)
    await harness.asOwner((tx) => tx.message.updateMany({ where: { id: theirs }, data: { payloadSealed } }))
    await harness.asOwner((tx) => tx.message.deleteMany({ where: { id: ours } }))
    await deliverDue(harness.outbox())
    expect(await harness.row(theirs)).toMatchObject({ state: 'waiting', error: 'unwritable', sendAttempts: 0 })
    expect(await harness.inbox()).toEqual([])
  })
})

describe('the worker', () => {
  it('cannot redirect a message to another member', async ({ harness }) => {
    const id = await harness.post(await harness.addReader('Jan'), 'password-changed', NOTICE)
    const { membershipId } = harness.tenant.holder
    const redirect = harness.platform.database.worker.write((tx) =>
      tx.message.updateMany({ where: { id }, data: { membershipId } }),
    )
    await expect(redirect).rejects.toThrow(/permission denied/)
  })
})

const RUNNING = new AbortController().signal
const NOTICE = { at: '2026-11-21T13:05:00.000Z', byLink: false }
const resetLink = (harness: OutboxHarness) => ({
  link: `${harness.origin}/reset-password#${'x'.repeat(43)}`,
  expiresAt: harness.clock.later(hours(1)).toISOString(),
})

async function relayThat(
  harness: OutboxHarness,
  replies: NonNullable<Parameters<typeof startFakeRelay>[0]>['replies'] = {},
) {
  const relay = await startFakeRelay({ replies })
  onTestFinished(() => relay.stop())
  return { relay, outbox: harness.outbox(transportTo(relay.port)) }
}

/** Shares nothing with the first but what is in the database and on the clock. */
function anotherProcess(harness: OutboxHarness): Outbox {
  const { connection, platform, clock } = harness
  const keys = parseKeyRing(connection.keys)
  const config = { ...connection, keys, databasePoolSize: 2, settings: platform.settings }
  const other = createPlatform(config, clock)
  onTestFinished(() => other.database.close())
  return { ...harness.outbox(), platform: other }
}
