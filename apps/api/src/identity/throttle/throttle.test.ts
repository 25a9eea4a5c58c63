import { LIMITS, type LimitName } from '@keyholder/domain'
import { describe, expect } from 'vitest'
import { sweep } from '../../jobs/sweep.ts'
import { minutes } from '../../platform/clock.fake.ts'
import type { Answer } from '../../testing/caller.ts'
import { ENDPOINTS, sampleRequest } from '../../testing/endpoints.ts'
import { it as base } from '../../testing/it.ts'
import { askToken } from '../../testing/machine.ts'
import { createWorld, type World } from '../../testing/world.ts'
import { emailBucketKey, networkBucketKey, sourceBucketKey } from './bucket-key.ts'

// Nothing was counted before a test.
const it = base.extend('uncounted', { auto: true }, ({ world }) =>
  world.asOwner((tx) => tx.throttleCounter.deleteMany({})),
)

describe('counters whose keys strangers choose', () => {
  const PUBLIC = ENDPOINTS.filter(({ definition }) => definition.access === 'public')
  const ask = async (world: World, endpoint: (typeof PUBLIC)[number]): Promise<void> => {
    const { method, url, body } = sampleRequest(endpoint)
    for (let n = 0; n < 3; n++) await world.visitor(anywhere()).send(method, url, { body })
  }

  it.for(PUBLIC)('share a fixed number: $name (RTL-10)', async (endpoint, { world }) => {
    await ask(world, endpoint)
    expect((await keys(world)).filter(isOfNoEnd)).toEqual([])
  })

  it('share a fixed number: a token that is asked for (RTL-10)', async ({ world }) => {
    for (let n = 0; n < 3; n++) await askToken(world, { form: NO_CLIENT, ip: anywhere() })
    expect((await keys(world)).filter(isOfNoEnd)).toEqual([])
  })

  it('are those of places and addresses, and every limit of those is reached (RTL-10)', async ({ world }) => {
    for (const endpoint of PUBLIC) await ask(world, endpoint)
    await askToken(world, { form: NO_CLIENT, ip: anywhere() })
    const reached = new Set((await keys(world)).map((key) => key.split('|')[0]))
    const wanted = Object.keys(LIMITS).filter((name) => /By(Source|Network)$|^resetMailByAddress$/.test(name))
    expect(wanted.filter((name) => !reached.has(name))).toEqual([])
  })

  it('are as many as a limit has places, however many strangers there are (RTL-10)', ({ world }) => {
    const { platform } = world
    const seen = { source: new Set<string>(), network: new Set<string>(), ip: new Set<string>() }
    for (let n = 0; n < 20_000; n++) {
      const request = { ip: anywhere() }
      seen.source.add(sourceBucketKey({ platform, request }))
      seen.network.add(networkBucketKey({ platform, request }))
      seen.ip.add(emailBucketKey({ platform }, `iemand${n}@example.nl`))
    }
    const places = Object.values(seen).map((buckets) => Math.max(...[...buckets].map(Number)))
    expect(places.map((most, at) => most < (at < 2 ? 100_000 : 1_000_000))).toEqual([true, true, true])
    // Spread over all of them: hardly two of so many share one.
    expect(Object.values(seen).map(({ size }) => size > 17_500)).toEqual([true, true, true])
  })

  it('cannot be found without our key (RTL-10)', async ({ world }) => {
    const other = await createWorld()
    const request = { ip: '192.0.2.1' }
    const buckets = [world, other].map(({ platform }) => [
      sourceBucketKey({ platform, request }),
      emailBucketKey({ platform }, 'jan@example.nl'),
    ])
    await other.close()
    expect(buckets[0]).not.toEqual(buckets[1])
  })

  it('of one account use up nothing of anybody else: all strangers are not shut out by hammering at one', async ({
    world,
    addPerson,
  }) => {
    const { email } = await addPerson('reader')
    const [{ windowSeconds }] = LIMITS.passwordOverall
    const overall = async () => {
      const where = { key: `passwordOverall|all|${windowSeconds}` }
      return (await world.asOwner((tx) => tx.throttleCounter.findFirst({ where })))?.count ?? 0
    }
    const before = await overall()
    for (let n = 0; n < 40; n++) await tryPassword(world, email)
    expect((await overall()) - before).toBe(LIMITS.passwordByAccount[0].limit)
  })
})

describe('a flood of counters', () => {
  it('drives none out whose window runs: who was stopped stays stopped, until the window ends (RTL-10)', async ({
    world,
    clock,
    addPerson,
  }) => {
    const { email } = await addPerson('reader')
    for (let n = 0; n < 10; n++) expect((await tryPassword(world, email)).status).toBe(401)
    const now = clock.now()
    await world.asOwner(
      (tx) => tx.$executeRaw`
        INSERT INTO throttle_counters (key, count, window_started_at, window_ends_at)
        SELECT 'linkBySource|' || n || '|900', 1, ${now}::timestamptz, ${now}::timestamptz + interval '14 minutes'
        FROM generate_series(1, 5000) n`,
    )
    clock.advance(minutes(14) - 1)
    const before = (await keys(world)).length
    await sweep(world.platform)
    expect((await keys(world)).length).toBe(before)
    expect((await tryPassword(world, email)).status).toBe(429)
    clock.advance(1)
    await sweep(world.platform)
    expect((await keys(world)).filter((key) => key.startsWith('linkBySource|'))).toEqual([])
    expect((await tryPassword(world, email)).status).toBe(429)
    clock.advance(minutes(1))
    expect((await tryPassword(world, email)).status).toBe(401)
  })

  it('lives no longer than a day: nothing is counted over a longer time (RTL-10)', () => {
    const names = Object.keys(LIMITS) as LimitName[]
    const windows = names.flatMap((name) => LIMITS[name].map(({ windowSeconds }) => windowSeconds))
    expect(Math.max(...windows)).toBe(86_400)
  })
})

const WRONG = 'dit is het niet'
const NO_CLIENT = { grant_type: 'client_credentials', client_id: 'nobody', client_secret: 'x' }
let flooded = 0

/** An address in another IPv6 network each time: a stranger has no end of them. */
function anywhere(): string {
  flooded += 1
  return `2001:${(flooded >> 16).toString(16)}:${(flooded & 0xffff).toString(16)}:1::1`
}

const keys = async (world: World): Promise<string[]> =>
  (await world.asOwner((tx) => tx.throttleCounter.findMany({ select: { key: true } }))).map(({ key }) => key)

/** Not one of a fixed number. */
const isOfNoEnd = (key: string) => !/^\w+\|(all|\d{1,6})\|/.test(key)

const tryPassword = (world: World, email: string, ip = anywhere()): Promise<Answer> =>
  world.visitor(ip).send('POST', '/api/v1/sign-in/password', { body: { email, password: WRONG } })
