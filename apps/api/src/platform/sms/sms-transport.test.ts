import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { bird } from './bird.fake.ts'
import { cm } from './cm.fake.ts'
import { createSmsTransport } from './create-sms-transport.ts'
import { createGateway } from './gateway.fake.ts'
import type { SmsConfig } from './sms-config.ts'
import { SmsNotSent } from './sms-not-sent.ts'
import type { Sms } from './sms-transport.ts'
import { spryng } from './spryng.fake.ts'
import { twilio } from './twilio.fake.ts'
import { type FakeVendor, startFakeVendor, type Trouble, type Vendor } from './vendor.fake.ts'

const REFERENCE = '0190b7c2-5f1e-7a3b-9c4d-1234567890ab'
const sms: Sms = {
  to: '+31612345678',
  text: '048213 is je code voor "Zorg & Co" {from}. 100% é\n\n@beheer.example.nl #048213',
  reference: REFERENCE,
}
const from = 'Keyholder'
const accountSid = 'AC0123456789abcdef0123456789abcdef'

type Case = {
  vendor: () => Vendor
  config: (url: string, key?: string) => SmsConfig
  id: string
  /** What the provider is told besides the number and the text. */
  told: { from: string | null; reference: string | null }
}

const CASES: Record<string, Case> = {
  spryng: {
    vendor: () => spryng,
    config: (url, apiKey = 'key-of-spryng') => ({ provider: 'spryng', url: `${url}/v1/messages`, apiKey, from }),
    id: REFERENCE,
    told: { from, reference: REFERENCE },
  },
  cm: {
    vendor: () => cm,
    config: (url, apiKey = 'token-of-cm') => ({ provider: 'cm', url: `${url}/v1.0/message`, apiKey, from }),
    id: '0190b7c25f1e7a3b9c4d1234567890ab',
    told: { from, reference: '0190b7c25f1e7a3b9c4d1234567890ab' },
  },
  bird: {
    vendor: () => bird,
    config: (url, apiKey = 'key-of-bird') => {
      return { provider: 'bird', url, apiKey, workspaceId: 'workspace-1', channelId: 'channel-1' }
    },
    id: 'bird-1',
    told: { from: null, reference: REFERENCE },
  },
  twilio: {
    vendor: () => twilio,
    config: (url, authToken = 'token-of-twilio') => {
      return { provider: 'twilio', url, accountSid, authToken, from, reportsUrl: null }
    },
    id: 'SM00000000000000000000000000000001',
    told: { from, reference: null },
  },
  http: {
    vendor: createGateway,
    config: (url, key = 'key-of-gateway') => ({
      provider: 'http',
      method: 'POST',
      url: `${url}/send`,
      headers: { 'X-Key': key, 'Idempotency-Key': '{reference}' },
      body: {
        type: 'application/json',
        template: '{"sender":"{from}","recipient":"{to}","text":"{text}","id":"{reference}"}',
      },
      idPointer: '/messages/0/id',
      from,
    }),
    id: '7001',
    told: { from, reference: REFERENCE },
  },
}

/** Long enough for two processors that do other things, short enough to wait for. */
const PATIENT = { timeoutMilliseconds: 10_000 }
const HASTY = { timeoutMilliseconds: 150 }

async function failureOf(work: Promise<unknown>): Promise<SmsNotSent> {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof SmsNotSent)) throw new Error('It did not fail as an SMS does.', { cause: error })
  return error
}

describe.each(Object.entries(CASES))('SMS by %s', (_, { vendor, config, id, told }) => {
  let fake: FakeVendor
  beforeEach(async () => {
    fake = await startFakeVendor(vendor())
  })
  afterEach(() => fake.stop())

  const send = (more: Partial<Sms> = {}, options = PATIENT) =>
    createSmsTransport(config(fake.url), options).send({ ...sms, ...more })

  it('arrives as it was written, and has the id that reports will name', async () => {
    expect(await send()).toEqual({ id })
    expect(fake.taken).toEqual([{ to: sms.to, text: sms.text, ...told }])
  })

  it('is refused for good when the provider refuses the message', async () => {
    const { kind, mayHaveLeft } = await failureOf(send({ to: '+31600000000' }))
    expect({ kind, mayHaveLeft }).toEqual({ kind: 'permanent', mayHaveLeft: false })
    expect(fake.taken).toEqual([])
  })

  it('waits when the key is wrong: that is no fault of the message', async () => {
    const { kind, mayHaveLeft } = await failureOf(createSmsTransport(config(fake.url, 'wrong'), PATIENT).send(sms))
    expect({ kind, mayHaveLeft }).toEqual({ kind: 'temporary', mayHaveLeft: false })
  })

  it.each<[Trouble, SmsNotSent['kind'], boolean]>([
    [400, 'permanent', false],
    [402, 'temporary', false],
    [408, 'temporary', false],
    [409, 'permanent', true],
    [422, 'permanent', false],
    [429, 'temporary', false],
    [500, 'temporary', true],
    [502, 'temporary', true],
    [503, 'temporary', false],
    [504, 'temporary', true],
    ['close', 'temporary', true],
    ['close half way', 'temporary', true],
    ['redirect', 'temporary', true],
    ['no JSON', 'temporary', true],
    ['no id', 'temporary', true],
    ['huge', 'temporary', true],
  ])(
    'of which the answer is %s fails for good or waits, and may have left or not',
    async (trouble, kind, mayHaveLeft) => {
      fake.trouble = trouble
      const failure = await failureOf(send())
      expect({ kind: failure.kind, mayHaveLeft: failure.mayHaveLeft }).toEqual({ kind, mayHaveLeft })
      // One call and no more: a redirect is not followed, and trying again is for the outbox.
      expect(fake.asked).toHaveLength(1)
      expect(failure.message).not.toMatch(/612345678|600000000|048213|key-of|token-of/)
    },
  )

  it.each<Trouble>(['hang', 'hang half way'])(
    'gives up when the provider does %s, and may have left',
    async (trouble) => {
      fake.trouble = trouble
      const { kind, mayHaveLeft, message } = await failureOf(send({}, HASTY))
      expect({ kind, mayHaveLeft }).toEqual({ kind: 'temporary', mayHaveLeft: true })
      expect(message).toContain('TimeoutError')
    },
  )

  it('was certainly not sent when nothing listens there', async () => {
    await fake.stop()
    const { kind, mayHaveLeft, message } = await failureOf(send())
    expect({ kind, mayHaveLeft }).toEqual({ kind: 'temporary', mayHaveLeft: false })
    expect(message).toContain('ECONNREFUSED')
  })

  it('names itself the same when it is tried again, so that a provider that looks can tell', async () => {
    await send()
    await send().catch(() => null)
    const [first, second] = fake.asked
    expect(second).toEqual(first)
  })
})

it('a gateway that was given a message before says so, and the message is not tried again', async () => {
  const fake = await startFakeVendor(createGateway())
  const transport = createSmsTransport(CASES.http!.config(fake.url), PATIENT)
  await transport.send(sms)
  const { kind, mayHaveLeft } = await failureOf(transport.send(sms))
  expect({ kind, mayHaveLeft }).toEqual({ kind: 'permanent', mayHaveLeft: true })
  expect(fake.taken).toHaveLength(1)
  await fake.stop()
})
