import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { networkBucketKey, sourceBucketKey } from '../identity/throttle/bucket-key.ts'
import { minutes } from '../platform/clock.fake.ts'
import { deriveRing, parseKeyRing } from '../platform/key-ring.ts'
import { createPasswordHasher } from '../platform/password-hash.ts'
import type { HashParameters } from '../platform/stored-hash.ts'
import type { Answer, Caller } from '../testing/caller.ts'
import { actionsOf, eventsOf } from '../testing/stored-rows.ts'
import { costOf } from '../testing/trace.ts'
import { createWorld, PASSWORD, type Person, type Tenant, type World } from '../testing/world.ts'

let world: World
let tenant: Tenant
beforeAll(async () => {
  world = await createWorld({ hashing: 'as in production' })
  tenant = await world.addTenant('De Linde')
})
afterAll(() => world.close())

const WRONG = 'dit is het niet'
let sources = 0

/** Somebody at an address of their own: what is counted by source or by real minutes is another test's. */
function stranger(): Caller {
  sources += 1
  return world.visitor(`2001:db8:${sources.toString(16)}::1`)
}

const tryPassword = (email: string, password: string, caller: Caller = stranger()): Promise<Answer> =>
  caller.send('POST', '/api/v1/sign-in/password', { body: { email, password } })
const bucketKeyOf = (ip: string, bucketKey: typeof sourceBucketKey) =>
  bucketKey({ platform: world.platform, request: { ip } })

/** All that an outsider sees of an answer, but for what differs at every request. */
function seen({ status, headers, body }: Answer) {
  const changing = ['date', 'x-ratelimit-remaining', 'x-ratelimit-reset']
  const kept = Object.entries(headers).map(([name, value]) => [name, changing.includes(name) ? '' : value])
  return { status, headers: kept, body: body.replace(/"requestId":"[0-9a-f-]{36}"/, '') }
}

const hashOf = async ({ userId }: Person) =>
  (await world.asOwner((tx) => tx.login.findFirstOrThrow({ where: { userId } }))).passwordHash
const setHash = ({ userId }: Person, passwordHash: string) =>
  world.asOwner((tx) => tx.login.updateMany({ where: { userId }, data: { passwordHash } }))
/** The hasher of an earlier release: other parameters, the same keys. */
const hasherOf = (parameters: HashParameters) =>
  createPasswordHasher({ pepper: deriveRing(parseKeyRing(world.connection.keys), 'password-pepper'), parameters })

describe('a refused password', () => {
  it('is answered to the byte as an unknown address, and costs the same statements and hashes (AUT-01)', async () => {
    const known = await world.addPerson(tenant, 'reader')
    const answers: Answer[] = []
    const knownCost = await costOf(world, async () => answers.push(await tryPassword(known.email, WRONG)))
    const unknownCost = await costOf(world, async () => answers.push(await tryPassword('niemand@example.nl', WRONG)))
    const [a, b] = answers.map(seen)
    expect(a).toEqual(b)
    expect(a?.status).toBe(401)
    expect(unknownCost).toEqual(knownCost)
    expect(knownCost.filter((what) => what === 'hash')).toHaveLength(1)
  })

  it('leaves of an unknown address a keyed hash in the log and nothing that was typed (AUD-13)', async () => {
    await tryPassword('mijn-wachtwoord@example.nl', WRONG)
    const events = await eventsOf(world, world.platformTenant.tenantId)
    expect(events.at(-1)).toMatchObject({ action: 'sign-in.password', outcome: 'failure', reason: 'email.unknown' })
    expect(JSON.stringify(events)).not.toContain('mijn-wachtwoord')
    expect(JSON.stringify(events)).not.toContain(WRONG)
  })
})

describe('a right password', () => {
  it('opens no session: only the next step can be taken with what it gives', async () => {
    const person = await world.addPerson(tenant, 'reader')
    const caller = stranger()
    const answer = await tryPassword(person.email, PASSWORD, caller)
    expect(answer.json).toEqual({ step: 'enroll' })
    expect([...caller.cookies.keys()]).toEqual(['keyholder-sign-in'])
    expect((await caller.send('GET', '/api/v1/session')).status).toBe(401)
  })

  it('is taken whatever the case of the address and the spaces around it', async () => {
    const person = await world.addPerson(tenant, 'reader')
    expect((await tryPassword(` ${person.email.toUpperCase()} `, PASSWORD)).status).toBe(200)
  })

  it('is stored anew when the parameters have risen since, once (AUT-13)', async () => {
    const person = await world.addPerson(tenant, 'reader')
    const before = await hasherOf({ memoryCost: 8_192, timeCost: 1, parallelism: 1 }).hash(PASSWORD)
    await setHash(person, before)
    expect((await tryPassword(person.email, WRONG)).status).toBe(401)
    expect(await hashOf(person)).toBe(before)
    expect((await tryPassword(person.email, PASSWORD)).status).toBe(200)
    const after = await hashOf(person)
    expect(after).toMatch(/^k1\$argon2id\$v=19\$m=19456,p=1,t=2\$/)
    expect((await tryPassword(person.email, PASSWORD)).status).toBe(200)
    expect(await hashOf(person)).toBe(after)
  })

  it('is kept as argon2id with OWASP parameters, a salt of its own and the id of the pepper (AUT-13)', async () => {
    const rows = await world.asOwner((tx) => tx.login.findMany({ select: { passwordHash: true } }))
    expect(rows.length).toBeGreaterThan(3)
    for (const { passwordHash } of rows) {
      expect(passwordHash).toMatch(
        /^k1\$argon2id\$v=19\$m=19456,(p=1,t=2|t=2,p=1)\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/,
      )
    }
  })

  it('opens nothing when it was changed while it was being compared', async () => {
    const person = await world.addPerson(tenant, 'reader')
    const { passwords } = world.platform
    const { verify } = passwords
    passwords.verify = async (stored, password) => {
      const answer = await verify(stored, password)
      const passwordHash = await passwords.hash('een heel ander wachtwoord')
      await world.asOwner((tx) => tx.login.updateMany({ where: { userId: person.userId }, data: { passwordHash } }))
      return answer
    }
    const answer = await tryPassword(person.email, PASSWORD)
    passwords.verify = verify
    expect(answer.status).toBe(401)
    expect(answer.headers['set-cookie']).toBeUndefined()
  })
})

describe('a stored password that cannot be read', () => {
  it.each([
    ['asks for a gibibyte', (hash: string) => hash.replace('m=19456', 'm=1048576')],
    ['is of a pepper that is gone', (hash: string) => hash.replace('k1', 'k9')],
    ['was cut off', (hash: string) => hash.slice(0, -1)],
  ])(
    'because it %s is a wrong one at the same cost, and an event and a number tell (AUT-14)',
    async (_what, change) => {
      const person = await world.addPerson(tenant, 'reader')
      const changed = change(await hashOf(person))
      await setHash(person, changed)
      const reference = seen(await tryPassword('weer-niemand@example.nl', WRONG))
      const counted = world.platform.passwords.unreadable()
      const answers: Answer[] = []
      const cost = await costOf(world, async () => answers.push(await tryPassword(person.email, PASSWORD)))
      expect(answers.map(seen)).toEqual([reference])
      expect(cost).toEqual(['statement', 'statement', 'hash', 'write', 'statement'])
      expect((await actionsOf(world, tenant.tenantId)).at(-1)).toBe('sign-in.password failure password.unreadable')
      expect(world.platform.passwords.unreadable()).toBe(counted + 1)
      const metrics = await world.visitor().send('GET', '/metrics')
      expect(metrics.body).toContain(`password_hash_unreadable_total ${counted + 1}`)
      expect(await hashOf(person)).toBe(changed)
    },
  )
})

describe('other roads', () => {
  it('give nothing: Basic, a token in the address, GET or HEAD with a password, an older path (AUT-04)', async () => {
    const { email } = tenant.holder
    const basic = `Basic ${Buffer.from(`${email}:${PASSWORD}`).toString('base64')}`
    const body = { email, password: PASSWORD }
    const query = `?email=${encodeURIComponent(email)}&password=${encodeURIComponent(PASSWORD)}`
    const roads = [
      ['GET', '/api/v1/session', { headers: { authorization: basic } }],
      ['GET', '/api/v1/users', { headers: { authorization: basic } }],
      ['GET', '/api/v1/session?token=abc', {}],
      ['POST', '/api/v1/sign-in/password?token=abc', { body }],
      ['GET', `/api/v1/sign-in/password${query}`, {}],
      ['HEAD', `/api/v1/sign-in/password${query}`, {}],
      ['PUT', '/api/v1/sign-in/password', { body }],
      ['POST', '/api/v0/sign-in/password', { body }],
      ['POST', '/api/sign-in/password', { body }],
      ['POST', '/login', { body }],
      ['POST', '/oauth/token', { body: { grant_type: 'password', username: email, password: PASSWORD } }],
    ] as const
    for (const [method, url, more] of roads) {
      const answer = await stranger().send(method, url, more)
      expect([method, url, answer.status >= 400 && answer.status < 500]).toEqual([method, url, true])
      expect(answer.headers['set-cookie']).toBeUndefined()
    }
  })
})

describe('a password that is too long', () => {
  it('is refused before anything is hashed or asked of the database (AUT-10)', async () => {
    for (const length of [513, 4096, 60_000, 1_000_000]) {
      const answers: Answer[] = []
      const cost = await costOf(world, async () =>
        answers.push(await tryPassword(tenant.holder.email, 'x'.repeat(length))),
      )
      expect([400, 413]).toContain(answers[0]?.status)
      expect(cost).toEqual([])
    }
    expect((await tryPassword(tenant.holder.email, 'x'.repeat(300))).status).toBe(401)
  })

  it('does not slow the others down, two hundred at once (AUT-10)', async () => {
    const flood = Array.from({ length: 200 }, () => tryPassword(tenant.holder.email, 'x'.repeat(50_000)))
    const health = await world.visitor().send('GET', '/livez')
    expect(health.status).toBe(200)
    expect(new Set((await Promise.all(flood)).map(({ status }) => status))).toEqual(new Set([400]))
  })
})

describe('wrong passwords', () => {
  const guess = async (email: string, times: number, caller?: Caller) => {
    const answers: number[] = []
    for (let i = 0; i < times; i++) answers.push((await tryPassword(email, WRONG, caller)).status)
    return answers
  }

  it('shut a stranger out after ten, and not the owner on a device that signed in before', async () => {
    const person = await world.addPerson(tenant, 'reader')
    const owner = await world.signIn(person, stranger())
    expect(await guess(person.email, 11)).toEqual([...Array(10).fill(401), 429])
    expect((await tryPassword(person.email, PASSWORD)).status).toBe(429)
    expect((await tryPassword(person.email, PASSWORD, owner)).status).toBe(200)
    // The owner's getting in does not let the stranger go on.
    expect((await tryPassword(person.email, WRONG)).status).toBe(429)
  })

  it('on a known device are counted too', async () => {
    const person = await world.addPerson(tenant, 'reader')
    const owner = await world.signIn(person, stranger())
    expect(await guess(person.email, 11, owner)).toEqual([...Array(10).fill(401), 429])
  })

  it('cannot be tried from a device that signed in to another account, or with a cookie that was made up', async () => {
    const [person, other] = [await world.addPerson(tenant, 'reader'), await world.addPerson(tenant, 'reader')]
    const attacker = await world.signIn(other, stranger())
    await guess(person.email, 10)
    expect((await tryPassword(person.email, PASSWORD, attacker)).status).toBe(429)
    for (const cookie of ['a', 'a.b', `${'x'.repeat(43)}.k1.${'y'.repeat(43)}`, 'x'.repeat(5000)]) {
      const forger = stranger()
      forger.cookies.set('keyholder-device', cookie)
      expect((await tryPassword(person.email, PASSWORD, forger)).status).toBe(429)
    }
  })

  it('during the pause do not make it longer (RTL-03), and the answer says how long it is, known or unknown (RTL-15)', async () => {
    const person = await world.addPerson(tenant, 'reader')
    for (const email of [person.email, 'ook-niemand@example.nl']) {
      await guess(email, 10)
      world.clock.advance(minutes(5))
      const refused = await tryPassword(email, WRONG)
      expect([refused.status, refused.headers['retry-after'], refused.json]).toMatchObject([
        429,
        '600',
        { retryAfter: 600 },
      ])
      world.clock.advance(minutes(9))
      await guess(email, 5)
      world.clock.advance(minutes(1))
      expect((await tryPassword(email, WRONG)).status).toBe(401)
    }
  })

  it('are not forgiven by getting in elsewhere from the same place (RTL-06)', async () => {
    const [own, victim] = [await world.addPerson(tenant, 'reader'), await world.addPerson(tenant, 'reader')]
    const attacker = stranger()
    for (let round = 0; round < 5; round++) {
      await guess(victim.email, 2, attacker)
      await tryPassword(own.email, PASSWORD, attacker)
    }
    expect((await tryPassword(victim.email, WRONG, attacker)).status).toBe(429)
    const counted = await world.asOwner((tx) =>
      tx.throttleCounter.findFirst({
        where: {
          key: {
            startsWith: `passwordBySource|${bucketKeyOf(`2001:db8:${sources.toString(16)}::1`, sourceBucketKey)}|`,
          },
        },
      }),
    )
    expect(counted?.count).toBe(16)
  })

  it('count for the whole network of their sender, and in the end for everybody unknown (RTL-09)', async () => {
    const fill = (name: string, count: number) =>
      world.asOwner((tx) => tx.throttleCounter.updateMany({ where: { key: { startsWith: name } }, data: { count } }))
    const from = (ip: string) => tryPassword('wie@example.nl', WRONG, world.visitor(ip))
    await from('2001:db8:aaaa:1::1')
    await fill(`passwordBySource|${bucketKeyOf('2001:db8:aaaa:1::1', sourceBucketKey)}|`, 300)
    expect([(await from('2001:db8:aaaa:1:ffff::2')).status, (await from('2001:db8:aaaa:2::1')).status]).toEqual([
      429, 401,
    ])
    await fill(`passwordByNetwork|${bucketKeyOf('2001:db8:aaaa:1::1', networkBucketKey)}|`, 1500)
    expect([(await from('2001:db8:aaaa:3::1')).status, (await from('2001:db8:bbbb:1::1')).status]).toEqual([429, 401])
    const known = await world.signIn(await world.addPerson(tenant, 'reader'), stranger())
    await fill('passwordOverall', 9000)
    expect((await from('2001:db8:cccc:1::1')).status).toBe(429)
    expect((await tryPassword(known.person.email, PASSWORD, known)).status).toBe(200)
    await fill('passwordOverall', 0)
  })

  it('are counted over all processes: of a hundred at once over two, ten are compared (RTL-11)', async () => {
    const person = await world.addPerson(tenant, 'reader')
    const second = await world.secondApp()
    const tries = Array.from({ length: 100 }, (_, index) => {
      const ip = `2001:db8:dddd:${index.toString(16)}::1`
      return tryPassword(person.email, WRONG, index % 2 ? world.visitor(ip) : second.visitor(ip))
    })
    const statuses = (await Promise.all(tries)).map(({ status }) => status)
    await second.close()
    expect(statuses.filter((status) => status === 401)).toHaveLength(10)
    expect(statuses.filter((status) => status === 429)).toHaveLength(90)
  })
})
