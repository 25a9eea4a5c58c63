import { describe, expect } from 'vitest'
import type { SmsReports } from '../platform/sms/sms-config.ts'
import { it } from '../testing/it.ts'
import { createWorld, type Person, type World } from '../testing/world.ts'
import { ORIGIN, PROVIDERS, type Sent } from './providers.fake.ts'

const SECRET = 'a-secret-of-at-least-32-characters'
const EVERY = ['http', 'spryng', 'cm', 'bird', 'twilio'] as const satisfies readonly SmsReports['provider'][]

/** A world for each, whose reports have an address of their own. */
const WORLDS = EVERY.map((provider) => {
  const settings = { publicUrl: ORIGIN, smsReports: { provider, secret: SECRET } }
  return [provider, it.extend('wanted', { scope: 'file' }, { settings })] as const
})

describe.each(WORLDS)('delivery reports of %s', (provider, it) => {
  const { write, prove, type, delivered, failed, other } = PROVIDERS[provider]
  const url = `/sms/reports/${provider}`

  /** As a provider calls: no cookies, and an origin that is not ours makes no difference. */
  async function send(world: World, { method, query, body }: Sent, proof: Record<string, string>): Promise<number> {
    const headers = { origin: 'https://provider.example', 'content-type': type, ...proof }
    const answer = await world.visitor().send(method, url + query, { headers, ...(body === '' ? {} : { raw: body }) })
    return answer.status
  }
  const sendProven = (world: World, sent: Sent) => send(world, sent, prove(sent, SECRET))
  const report = (world: World, id: string, status: string) => sendProven(world, write(id, status))

  it('say that a message was delivered, once and for all (CHN-17, CHN-18)', async ({ world, tenant }) => {
    const [id, another] = [await addMessage(world, tenant.holder), await addMessage(world, tenant.holder)]
    expect(await report(world, id, delivered)).toBe(204)
    expect([await deliveryOf(world, id), await deliveryOf(world, another)]).toEqual(['delivered', null])
    for (const status of [...failed, ...other, delivered]) expect(await report(world, id, status)).toBe(204)
    expect(await deliveryOf(world, id)).toBe('delivered')
  })

  it.for(failed)(
    'say by %s that a message was not delivered, until it is (CHN-17)',
    async (status, { world, tenant }) => {
      const id = await addMessage(world, tenant.holder)
      expect([await report(world, id, status), await report(world, id, status)]).toEqual([204, 204])
      expect(await deliveryOf(world, id)).toBe('undelivered')
      await report(world, id, delivered)
      expect(await deliveryOf(world, id)).toBe('delivered')
    },
  )

  it.for(other)('say nothing by %s, nor of a message that is not there', async (status, { world, tenant }) => {
    const id = await addMessage(world, tenant.holder)
    expect(await report(world, id, status)).toBe(204)
    expect(await deliveryOf(world, id)).toBeNull()
    expect(await report(world, 'not-here', delivered)).toBe(204)
  })

  it('leave one answer when 50 come at once (CHN-18)', async ({ world, tenant }) => {
    const id = await addMessage(world, tenant.holder)
    const statuses = Array.from({ length: 50 }, (_, place) => (place === 25 ? delivered : (failed[0] ?? '')))
    const answers = await Promise.all(statuses.map((status) => report(world, id, status)))
    expect(new Set(answers)).toEqual(new Set([204]))
    expect(await deliveryOf(world, id)).toBe('delivered')
  })

  it('that are forged change nothing (CHN-18)', async ({ world, tenant }) => {
    const id = await addMessage(world, tenant.holder)
    const sent = write(id, delivered)
    const right = prove(sent, SECRET)
    const proofs = [
      {},
      prove(sent, 'another-secret-of-32-characters...'),
      prove(sent, SECRET.slice(0, -1)),
      Object.fromEntries(Object.keys(right).map((name) => [name, ''])),
      Object.fromEntries(Object.entries(right).map(([name, value]) => [name, `${value.slice(0, -3)}AAA`])),
    ]
    for (const proof of proofs) expect(await send(world, sent, proof)).toBe(401)
    expect(await deliveryOf(world, id)).toBeNull()
  })

  it('that are too large, or say nothing of a message, are refused (CHN-18)', async ({ world }) => {
    const large: Sent = { method: 'POST', query: '', body: 'x'.repeat(MEGABYTE) }
    expect(await sendProven(world, large)).toBe(413)
    expect([401, 413]).toContain(await send(world, large, {}))
    for (const body of ['', '{', 'null', '[]', 'a=b', '{"id":1}', '\u0000']) {
      expect(await sendProven(world, { ...large, body })).toBe(400)
    }
    for (const id of ['', 'a b', 'a\u0000', 'x'.repeat(201)]) expect(await report(world, id, delivered)).toBe(400)
  })

  it('have no address but their own', async ({ world }) => {
    const others = [...EVERY, 'mailbox', 'constructor', ''].filter((name) => name !== provider)
    const headers = { 'content-type': type, ...prove(write('x', delivered), SECRET) }
    for (const name of others) {
      const answer = await world.visitor().send('POST', `/sms/reports/${name}`, { raw: '{}', headers })
      expect(answer.status).toBe(404)
    }
    expect((await world.visitor().send('HEAD', url, { headers })).status).toBe(405)
  })
})

describe('delivery reports', () => {
  it.for(EVERY)('of %s have no address where no provider can prove who it is (CHN-18)', async (provider, { world }) => {
    const sent = PROVIDERS[provider].write('x', PROVIDERS[provider].delivered)
    const headers = { 'content-type': PROVIDERS[provider].type, ...PROVIDERS[provider].prove(sent, '') }
    const answer = await world.visitor().send('POST', `/sms/reports/${provider}`, { raw: '{}', headers })
    expect(answer.status).toBe(404)
  })
})

describe('delivery reports of a provider that has two ways', () => {
  it.each([
    ['spryng', 'application/x-www-form-urlencoded', (id: string) => `REFERENCE=${id}&STATUS=10`],
    ['cm', 'application/json', (id: string) => listOf(id, 2)],
  ] as const)('are read both ways: %s', async (provider, type, write) => {
    const smsReports = { provider, secret: SECRET }
    const world = await createWorld({ settings: { publicUrl: ORIGIN, smsReports } })
    const tenant = await world.addTenant('De Linde')
    const ids = [await addMessage(world, tenant.holder), await addMessage(world, tenant.holder)]
    const headers = { 'content-type': type, authorization: `Bearer ${SECRET}` }
    for (const id of ids) {
      const answer = await world.visitor().send('POST', `/sms/reports/${provider}`, { raw: write(id), headers })
      expect([answer.status, await deliveryOf(world, id)]).toEqual([204, 'delivered'])
    }
    await world.close()
  })
})

const MEGABYTE = 1024 * 1024

/** CM.com may tell of several messages at once, with numbers for codes. */
function listOf(reference: string, code: number): string {
  const others = ['x', 'y'].map((other) => ({ reference: other, status: { code: 0 } }))
  return JSON.stringify({ messages: { msg: [...others, { reference, status: { code } }] } })
}

async function addMessage({ asOwner, platform }: World, { tenantId, membershipId }: Person): Promise<string> {
  const { random, clock } = platform
  const [id, providerId, now] = [random.uuid(), random.uuid(), clock.now()]
  const kept = {
    id,
    tenantId,
    membershipId,
    template: 'sms-code',
    state: 'sent',
    createdAt: now,
    nextTryAt: now,
    providerId,
  }
  await asOwner((tx) => tx.message.createMany({ data: [kept] }))
  return providerId
}

async function deliveryOf({ asOwner }: World, providerId: string): Promise<string | null | undefined> {
  const found = await asOwner((tx) => tx.message.findFirst({ where: { providerId }, select: { delivery: true } }))
  return found?.delivery
}
