import { describe, expect, onTestFinished } from 'vitest'
import { createPlatform } from '../create-platform.ts'
import { hours, minutes, seconds } from '../platform/clock.fake.ts'
import { parseKeyRing } from '../platform/key-ring.ts'
import { MailNotSent } from '../platform/mail-not-sent.ts'
import { startFakeRelay } from '../platform/mail-relay.fake.ts'
import { it, type PostOffice, transportTo } from '../testing/post-office.ts'
import { claimDue } from './claim-due.ts'
import { deliver } from './deliver.ts'
import { deliverDue } from './deliver-due.ts'
import type { Outbox } from './outbox.ts'

describe('a message', () => {
  it('arrives in the words and the language of its reader, under an id of its own', async ({ office }) => {
    const jan = await office.addReader('Jan de Vries')
    const data = resetLink(office)
    const id = await office.post(jan, 'password-reset', data)
    expect(await deliverDue(office.outbox())).toBe(1)
    const [mail, ...more] = await office.inbox()
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

  it('leaves nothing of its content behind once it is sent', async ({ office }) => {
    const id = await office.post(await office.addReader('Jan'), 'password-reset', resetLink(office))
    expect((await office.row(id)).payloadSealed).toMatch(/^v1\./)
    await deliverDue(office.outbox())
    const now = office.clock.now()
    const kept = {
      state: 'sent',
      payloadSealed: null,
      sentAt: now,
      transportCalledAt: now,
      leaseUntil: null,
      error: null,
    }
    expect(await office.row(id)).toMatchObject({ ...kept, copies: 1, tries: 1 })
    expect(await deliverDue(office.outbox())).toBe(0)
  })

  it('goes to the address, by the name and in the language that its reader has when it is sent', async ({ office }) => {
    const jan = await office.addReader('Jan')
    await office.post(jan, 'password-changed', NOTICE)
    const data = { name: 'Jana de Vries', email: 'jana@example.nl', language: 'en' }
    await office.asOwner((tx) => tx.membership.updateMany({ where: { id: jan.membershipId }, data }))
    await deliverDue(office.outbox())
    const [mail] = await office.inbox()
    expect(mail).toMatchObject({ To: [{ Address: 'jana@example.nl' }], Subject: 'Your password was changed' })
    expect(mail?.Text).toMatch(/^Hello Jana de Vries,/)
  })

  it('does not go to a member who is no longer there', async ({ office }) => {
    const jan = await office.addReader('Jan')
    const id = await office.post(jan, 'password-changed', NOTICE)
    await office.asOwner((tx) => tx.membership.deleteMany({ where: { id: jan.membershipId } }))
    await deliverDue(office.outbox())
    expect(await office.row(id)).toMatchObject({
      state: 'failed',
      error: 'recipient-gone',
      payloadSealed: null,
      copies: 0,
    })
    expect(await office.inbox()).toEqual([])
  })

  it('tells a member that they were deactivated, after they were', async ({ office }) => {
    const jan = await office.addReader('Jan')
    await office.post(jan, 'deactivated', { tenantName: 'De Linde', by: 'Fatima' })
    const where = { id: jan.membershipId }
    await office.asOwner((tx) => tx.membership.updateMany({ where, data: { status: 'deactivated' } }))
    await deliverDue(office.outbox())
    expect(await office.inbox()).toMatchObject([{ Subject: 'Je toegang tot De Linde is gestopt' }])
  })

  it('to the contact of an API user does not call them by the name of the machine', async ({ office }) => {
    const machine = await office.addReader('Koppeling dashboard')
    const where = { id: machine.membershipId }
    await office.asOwner((tx) => tx.membership.updateMany({ where, data: { kind: 'api' } }))
    const data = {
      ...resetLink(office),
      apiUserName: 'Koppeling dashboard',
      tenantName: 'De Linde',
      responsible: 'Jan',
    }
    await office.post(machine, 'api-credential', data)
    await deliverDue(office.outbox())
    expect((await office.inbox())[0]?.Text).toMatch(/^Hallo,\n/)
  })

  it('whose link has expired meanwhile is not sent any more', async ({ office }) => {
    const id = await office.post(await office.addReader('Jan'), 'password-reset', resetLink(office))
    office.clock.advance(hours(1))
    await deliverDue(office.outbox())
    expect(await office.row(id)).toMatchObject({
      state: 'failed',
      error: 'link-expired',
      payloadSealed: null,
      copies: 0,
    })
    expect(await office.inbox()).toEqual([])
  })

  it('adds no header and no recipient by a name, and no line too long for mail (CHN-14)', async ({ office }) => {
    const { relay, outbox } = await relayThat(office)
    const reader = await office.addReader('Jan\r\nBcc: attacker@evil.example')
    const tenantName = `De Linde\r\nBcc: attacker@evil.example\r\n\r\n${'\u{1f511}'.repeat(100)}`
    await office.post(reader, 'invitation', { ...resetLink(office), tenantName, invitedBy: tenantName })
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
  it('for good has failed at once, and is wiped (FLT-11)', async ({ office }) => {
    const { relay, outbox } = await relayThat(office, { RCPT: '550 5.1.1 no such user' })
    const id = await office.post(await office.addReader('Jan'), 'password-changed', NOTICE)
    await deliverDue(outbox)
    expect(await office.row(id)).toMatchObject({ state: 'failed', error: 'refused', payloadSealed: null, copies: 0 })
    office.clock.advance(hours(25))
    expect(await deliverDue(outbox)).toBe(0)
    expect(relay.heard.filter((line) => line.startsWith('RCPT'))).toHaveLength(1)
  })

  it('because its address is none has failed, without a word to the relay (CHN-15)', async ({ office }) => {
    const { relay, outbox } = await relayThat(office)
    const jan = await office.addReader('Jan')
    const id = await office.post(jan, 'password-changed', NOTICE)
    const data = { email: '"a@evil.example x"@target.nl' }
    await office.asOwner((tx) => tx.membership.updateMany({ where: { id: jan.membershipId }, data }))
    await deliverDue(outbox)
    expect(await office.row(id)).toMatchObject({ state: 'failed', error: 'refused', payloadSealed: null })
    expect(relay.heard).toEqual([])
  })

  it('for now is tried less and less often for a day, and then given up and wiped (FLT-11)', async ({ office }) => {
    const { outbox } = await relayThat(office, { greeting: '421 4.3.2 come back later' })
    const id = await office.post(await office.addReader('Jan'), 'password-changed', NOTICE)
    const begunAt = office.clock.now().getTime()
    const waits: number[] = []
    for (;;) {
      expect(await deliverDue(outbox)).toBe(1)
      const { state, nextTryAt, error, copies, leaseUntil } = await office.row(id)
      expect({ error, copies, leaseUntil }).toEqual({ error: 'relay', copies: 0, leaseUntil: null })
      if (state === 'failed') break
      const wait = nextTryAt.getTime() - office.clock.now().getTime()
      waits.push(wait / minutes(1))
      office.clock.advance(wait - 1)
      expect(await deliverDue(outbox)).toBe(0)
      office.clock.advance(1)
    }
    expect(waits).toEqual([1, 5, 15, 60, 120, 240, 480, 480])
    expect(office.clock.now().getTime() - begunAt).toBeLessThanOrEqual(hours(24))
    expect((await office.row(id)).payloadSealed).toBeNull()
  })

  it('for now goes out, once, when the relay is back (FLT-11)', async ({ office }) => {
    const { relay, outbox } = await relayThat(office)
    await relay.stop()
    await office.post(await office.addReader('Jan'), 'password-changed', NOTICE)
    await deliverDue(outbox)
    office.clock.advance(minutes(1))
    await deliverDue(office.outbox())
    office.clock.advance(hours(25))
    expect(await deliverDue(office.outbox())).toBe(0)
    expect(await office.inbox()).toHaveLength(1)
  })
})

describe('a message of which nobody can tell whether it left', () => {
  it('goes out once more under the same id, and never a third time (FLT-11, FLT-13)', async ({ office }) => {
    const { relay, outbox } = await relayThat(office, { end: 'close' })
    const id = await office.post(await office.addReader('Jan'), 'password-changed', NOTICE)
    await deliverDue(outbox)
    expect(await office.row(id)).toMatchObject({ state: 'waiting', error: 'unsure', copies: 1 })
    for (const wait of [minutes(1), minutes(5), hours(1), hours(25)]) {
      office.clock.advance(wait)
      await deliverDue(outbox)
    }
    expect(relay.heard.filter((line) => line.startsWith('Message-ID'))).toEqual(
      Array(2).fill(`Message-ID: <${id}@localhost>`),
    )
    expect(await office.row(id)).toMatchObject({
      state: 'failed',
      error: 'perhaps-sent',
      payloadSealed: null,
      copies: 2,
    })
  })

  it('is one whose transport broke in a way that nobody foresaw', async ({ office }) => {
    const id = await office.post(await office.addReader('Jan'), 'password-changed', NOTICE)
    await deliverDue(office.outbox({ send: () => Promise.reject(new TypeError('not foreseen')) }))
    expect(await office.row(id)).toMatchObject({ state: 'waiting', error: 'unsure', copies: 1 })
  })

  it('may go out twice by the rule of the table itself', async ({ office }) => {
    const id = await office.post(await office.addReader('Jan'), 'password-changed', NOTICE)
    const third = office.asOwner((tx) => tx.message.updateMany({ where: { id }, data: { copies: 3 } }))
    await expect(third).rejects.toThrow(/messages_copies/)
  })
})

describe('a message that was claimed', () => {
  it('is nobody else’s while the lease lasts, and is due again when it is over (FLT-13)', async ({ office }) => {
    const id = await office.post(await office.addReader('Jan'), 'password-changed', NOTICE)
    expect(await claimDue(office.outbox(), 5, 'notices')).toMatchObject([{ id, tries: 1, copies: 0 }])
    office.clock.advance(seconds(60) - 1)
    expect(await deliverDue(office.outbox())).toBe(0)
    office.clock.advance(1)
    expect(await deliverDue(office.outbox())).toBe(1)
    expect(await office.inbox()).toHaveLength(1)
  })

  it('by one who was slow is left to the one who has it now (FLT-13)', async ({ office }) => {
    const id = await office.post(await office.addReader('Jan'), 'password-changed', NOTICE)
    const [slow] = await claimDue(office.outbox(), 1, 'notices')
    office.clock.advance(seconds(60))
    const [quick] = await claimDue(office.outbox(), 1, 'notices')
    await deliver(office.outbox(), slow!, RUNNING)
    expect(await office.inbox()).toEqual([])
    await deliver(office.outbox(), quick!, RUNNING)
    expect(await office.inbox()).toHaveLength(1)
    expect(await office.row(id)).toMatchObject({ state: 'sent', copies: 1 })
  })

  it('by one who was slow and failed is not taken from the one who has it now (FLT-13)', async ({ office }) => {
    const id = await office.post(await office.addReader('Jan'), 'password-changed', NOTICE)
    const slow = office.outbox({
      send: async () => {
        office.clock.advance(seconds(60))
        await claimDue(office.outbox(), 1, 'notices')
        throw new MailNotSent('The mail was not sent.', 'temporary', false)
      },
    })
    await deliverDue(slow)
    const { leaseUntil, tries, copies } = await office.row(id)
    expect({ tries, copies }).toEqual({ tries: 2, copies: 1 })
    expect(leaseUntil).toEqual(office.clock.later(seconds(60)))
  })

  it('is taken up by one of two processes (FLT-13)', async ({ office }) => {
    await office.postMany(await office.addReader('Jan'), 50)
    const drain = async (outbox: Outbox) => {
      let taken = 0
      for (let count = -1; count !== 0; taken += count) count = await deliverDue(outbox)
      return taken
    }
    const taken = await Promise.all([drain(office.outbox()), drain(anotherProcess(office))])
    expect(taken.reduce((sum, count) => sum + count)).toBe(50)
    const ids = (await office.inbox()).map((mail) => mail.MessageID)
    expect(ids).toHaveLength(50)
    expect(new Set(ids).size).toBe(50)
  })
})

describe('a message that cannot be written', () => {
  it('because it is of a newer build waits for a process that can, and holds up no other', async ({ office }) => {
    const jan = await office.addReader('Jan')
    const id = await office.post(jan, 'password-changed', NOTICE)
    await office.asOwner((tx) => tx.message.updateMany({ where: { id }, data: { template: 'a-newer-one' } }))
    await office.post(jan, 'password-changed', NOTICE)
    await deliverDue(office.outbox())
    expect(await office.row(id)).toMatchObject({ state: 'waiting', error: 'unwritable', copies: 0 })
    expect(await office.inbox()).toHaveLength(1)
    await office.asOwner((tx) => tx.message.updateMany({ where: { id }, data: { template: 'password-changed' } }))
    office.clock.advance(minutes(1))
    await deliverDue(office.outbox())
    expect(await office.inbox()).toHaveLength(2)
  })

  it('because its content was sealed for another is not sent', async ({ office }) => {
    const [jan, piet] = [await office.addReader('Jan'), await office.addReader('Piet')]
    const [ours, theirs] = [
      await office.post(jan, 'password-reset', resetLink(office)),
      await office.post(piet, 'password-changed', NOTICE),
    ]
    const { payloadSealed } = await office.row(ours)
    await office.asOwner((tx) => tx.message.updateMany({ where: { id: theirs }, data: { payloadSealed } }))
    await office.asOwner((tx) => tx.message.deleteMany({ where: { id: ours } }))
    await deliverDue(office.outbox())
    expect(await office.row(theirs)).toMatchObject({ state: 'waiting', error: 'unwritable', copies: 0 })
    expect(await office.inbox()).toEqual([])
  })
})

describe('the worker', () => {
  it('cannot send a message to somebody else', async ({ office }) => {
    const id = await office.post(await office.addReader('Jan'), 'password-changed', NOTICE)
    const { membershipId } = office.tenant.holder
    const redirect = office.platform.database.worker.write((tx) =>
      tx.message.updateMany({ where: { id }, data: { membershipId } }),
    )
    await expect(redirect).rejects.toThrow(/permission denied/)
  })
})

const RUNNING = new AbortController().signal
const NOTICE = { at: '2026-11-21T13:05:00.000Z', byLink: false }
const resetLink = (office: PostOffice) => ({
  link: `${office.origin}/reset-password#${'x'.repeat(43)}`,
  expiresAt: office.clock.later(hours(1)).toISOString(),
})

async function relayThat(
  office: PostOffice,
  replies: NonNullable<Parameters<typeof startFakeRelay>[0]>['replies'] = {},
) {
  const relay = await startFakeRelay({ replies })
  onTestFinished(() => relay.stop())
  return { relay, outbox: office.outbox(transportTo(relay.port)) }
}

/** Shares nothing with the first but what is in the database and on the clock. */
function anotherProcess(office: PostOffice): Outbox {
  const { connection, platform, clock } = office
  const keys = parseKeyRing(connection.keys)
  const config = { ...connection, keys, databasePoolSize: 2, settings: platform.settings }
  const other = createPlatform(config, clock)
  onTestFinished(() => other.database.close())
  return { ...office.outbox(), platform: other }
}
