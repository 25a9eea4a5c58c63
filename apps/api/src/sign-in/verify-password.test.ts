import { describe, expect } from 'vitest'
import { networkBucketKey, sourceBucketKey } from '../identity/throttle/bucket-key.ts'
import { minutes } from '../platform/clock.fake.ts'
import { deriveRing, parseKeyRing } from '../platform/key-ring.ts'
import { createPasswordHasher } from '../platform/password-hash.ts'
import type { HashParameters } from '../platform/stored-hash.ts'
import type { Answer, Caller } from '../testing/caller.ts'
import { it as base } from '../testing/it.ts'
import { costOf } from '../testing/trace.ts'
import { PASSWORD, type Person, type World } from '../testing/world.ts'

const it = base.extend('wanted', { scope: 'file' }, { hashing: 'as in production' })

describe('a refused password', () => {
  it('is answered to the byte as an unknown address, and costs the same statements and hashes (AUT-01)', async ({
    world,
    addPerson,
  }) => {
    const known = await addPerson('reader')
    const answers: Answer[] = []
    const knownCost = await costOf(world, async () => answers.push(await tryPassword(world, known.email, WRONG)))
    const unknownCost = await costOf(world, async () =>
      answers.push(await tryPassword(world, 'niemand@example.nl', WRONG)),
    )
    const [a, b] = answers.map(seen)
    expect(a).toEqual(b)
    expect(a?.status).toBe(401)
    expect(unknownCost).toEqual(knownCost)
    expect(knownCost.filter((what) => what === 'hash')).toHaveLength(1)
  })

  it('leaves of an unknown address a keyed hash in the log and nothing that was typed (AUD-13)', async ({
    world,
    audit,
  }) => {
    await tryPassword(world, 'mijn-wachtwoord@example.nl', WRONG)
    const events = await audit.events(world.platformTenant.tenantId)
    expect(events.at(-1)).toMatchObject({ action: 'sign-in.password', outcome: 'failure', reason: 'email.unknown' })
    expect(JSON.stringify(events)).not.toContain('mijn-wachtwoord')
    expect(JSON.stringify(events)).not.toContain(WRONG)
  })
})

describe('a right password', () => {
  it('opens no session: only the next step can be taken with what it gives', async ({ world, addPerson }) => {
    const person = await addPerson('reader')
    const caller = world.stranger()
    const answer = await tryPassword(world, person.email, PASSWORD, caller)
    expect(answer.json).toEqual({ step: 'enroll' })
    expect([...caller.cookies.keys()]).toEqual(['keyholder-sign-in'])
    expect((await caller.send('GET', '/api/v1/session')).status).toBe(401)
  })

  it('is taken whatever the case of the address and the spaces around it', async ({ world, addPerson }) => {
    const person = await addPerson('reader')
    expect((await tryPassword(world, ` ${person.email.toUpperCase()} `, PASSWORD)).status).toBe(200)
  })

  it('is stored again, once, when the parameters have risen since (AUT-13)', async ({ world, addPerson }) => {
    const person = await addPerson('reader')
    const before = await hasherOf(world, { memoryCost: 8_192, timeCost: 1, parallelism: 1 }).hash(PASSWORD)
    await setHash(world, person, before)
    expect((await tryPassword(world, person.email, WRONG)).status).toBe(401)
    expect(await hashOf(world, person)).toBe(before)
    expect((await tryPassword(world, person.email, PASSWORD)).status).toBe(200)
    const after = await hashOf(world, person)
    expect(after).toMatch(/^k1\$argon2id\$v=19\$m=19456,p=1,t=2\$/)
    expect((await tryPassword(world, person.email, PASSWORD)).status).toBe(200)
    expect(await hashOf(world, person)).toBe(after)
  })

  it('is kept as argon2id with OWASP parameters, a salt of its own and the id of the pepper (AUT-13)', async ({
    world,
  }) => {
    const rows = await world.asOwner((tx) => tx.login.findMany({ select: { passwordHash: true } }))
    expect(rows.length).toBeGreaterThan(3)
    for (const { passwordHash } of rows) {
      expect(passwordHash).toMatch(
        /^k1\$argon2id\$v=19\$m=19456,(p=1,t=2|t=2,p=1)\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/,
      )
    }
  })

  it('opens nothing when it was changed while it was being compared', async ({ world, addPerson }) => {
    const person = await addPerson('reader')
    const { passwords } = world.platform
    const { verify } = passwords
    passwords.verify = async (stored, password) => {
      const answer = await verify(stored, password)
      const passwordHash = await passwords.hash('een heel ander wachtwoord')
      await world.asOwner((tx) => tx.login.updateMany({ where: { userId: person.userId }, data: { passwordHash } }))
      return answer
    }
    const answer = await tryPassword(world, person.email, PASSWORD)
    passwords.verify = verify
    expect(answer.status).toBe(401)
    expect(answer.headers['set-cookie']).toBeUndefined()
  })
})

describe('a stored password that cannot be read', () => {
  it.for([
    ['asks for a gibibyte', (hash: string) => hash.replace('m=19456', 'm=1048576')],
    ['is of a pepper that is gone', (hash: string) => hash.replace('k1', 'k9')],
    ['was cut off', (hash: string) => hash.slice(0, -1)],
  ] as const)(
    'because it %s is a wrong one at the same cost, and an event and a number tell (AUT-14)',
    async ([_what, change], { world, addPerson, audit }) => {
      const person = await addPerson('reader')
      const changed = change(await hashOf(world, person))
      await setHash(world, person, changed)
      const reference = seen(await tryPassword(world, 'weer-niemand@example.nl', WRONG))
      const counted = world.platform.passwords.unreadable()
      const answers: Answer[] = []
      const cost = await costOf(world, async () => answers.push(await tryPassword(world, person.email, PASSWORD)))
      expect(answers.map(seen)).toEqual([reference])
      expect(cost).toEqual(['statement', 'statement', 'hash', 'write', 'statement'])
      expect((await audit.actions()).at(-1)).toBe('sign-in.password failure password.unreadable')
      expect(world.platform.passwords.unreadable()).toBe(counted + 1)
      const metrics = await world.visitor().send('GET', '/metrics')
      expect(metrics.body).toContain(`password_hash_unreadable_total ${counted + 1}`)
      expect(await hashOf(world, person)).toBe(changed)
    },
  )
})

describe('other roads', () => {
  it('give nothing: Basic, a token in the address, GET or HEAD with a password, an older path (AUT-04)', async ({
    world,
    tenant,
  }) => {
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
      const answer = await world.stranger().send(method, url, more)
      expect([method, url, answer.status >= 400 && answer.status < 500]).toEqual([method, url, true])
      expect(answer.headers['set-cookie']).toBeUndefined()
    }
  })
})

describe('a password that is too long', () => {
  it('is refused before anything is hashed or asked of the database (AUT-10)', async ({ world, tenant }) => {
    for (const length of [513, 4096, 60_000, 1_000_000]) {
      const answers: Answer[] = []
      const cost = await costOf(world, async () =>
        answers.push(await tryPassword(world, tenant.holder.email, 'x'.repeat(length))),
      )
      expect([400, 413]).toContain(answers[0]?.status)
      expect(cost).toEqual([])
    }
    expect((await tryPassword(world, tenant.holder.email, 'x'.repeat(300))).status).toBe(401)
  })

  it('does not slow the others down, two hundred at once (AUT-10)', async ({ world, tenant }) => {
    const flood = Array.from({ length: 200 }, () => tryPassword(world, tenant.holder.email, 'x'.repeat(50_000)))
    const health = await world.visitor().send('GET', '/livez')
    expect(health.status).toBe(200)
    expect(new Set((await Promise.all(flood)).map(({ status }) => status))).toEqual(new Set([400]))
  })
})

describe('wrong passwords', () => {
  const guess = async (world: World, email: string, times: number, caller?: Caller) => {
    const answers: number[] = []
    for (let i = 0; i < times; i++) answers.push((await tryPassword(world, email, WRONG, caller)).status)
    return answers
  }

  it('shut a stranger out after ten, and not the owner on a device that signed in before', async ({
    world,
    addPerson,
  }) => {
    const person = await addPerson('reader')
    const owner = await world.signIn(person)
    expect(await guess(world, person.email, 11)).toEqual([...Array(10).fill(401), 429])
    expect((await tryPassword(world, person.email, PASSWORD)).status).toBe(429)
    expect((await tryPassword(world, person.email, PASSWORD, owner)).status).toBe(200)
    // The owner's getting in does not let the stranger go on.
    expect((await tryPassword(world, person.email, WRONG)).status).toBe(429)
  })

  it('on a known device are counted too', async ({ world, addPerson }) => {
    const person = await addPerson('reader')
    const owner = await world.signIn(person)
    expect(await guess(world, person.email, 11, owner)).toEqual([...Array(10).fill(401), 429])
  })

  it('cannot be tried from a device that signed in to another account, or with a cookie that was made up', async ({
    world,
    addPerson,
  }) => {
    const [person, other] = [await addPerson('reader'), await addPerson('reader')]
    const attacker = await world.signIn(other)
    await guess(world, person.email, 10)
    expect((await tryPassword(world, person.email, PASSWORD, attacker)).status).toBe(429)
    for (const cookie of ['a', 'a.b', `${'x'.repeat(43)}.k1.${'y'.repeat(43)}`, 'x'.repeat(5000)]) {
      const forger = world.stranger()
      forger.cookies.set('keyholder-device', cookie)
      expect((await tryPassword(world, person.email, PASSWORD, forger)).status).toBe(429)
    }
  })

  it('during the pause do not make it longer (RTL-03), and the answer says how long it is, known or unknown (RTL-15)', async ({
    world,
    clock,
    addPerson,
  }) => {
    const person = await addPerson('reader')
    for (const email of [person.email, 'ook-niemand@example.nl']) {
      await guess(world, email, 10)
      clock.advance(minutes(5))
      const refused = await tryPassword(world, email, WRONG)
      expect([refused.status, refused.headers['retry-after'], refused.json]).toMatchObject([
        429,
        '600',
        { retryAfter: 600 },
      ])
      clock.advance(minutes(9))
      await guess(world, email, 5)
      clock.advance(minutes(1))
      expect((await tryPassword(world, email, WRONG)).status).toBe(401)
    }
  })

  it('are not forgiven by getting in elsewhere from the same place (RTL-06)', async ({ world, addPerson }) => {
    const [own, victim] = [await addPerson('reader'), await addPerson('reader')]
    const address = '2001:db8:dddd::1'
    const attacker = world.visitor(address)
    for (let round = 0; round < 5; round++) {
      await guess(world, victim.email, 2, attacker)
      await tryPassword(world, own.email, PASSWORD, attacker)
    }
    expect((await tryPassword(world, victim.email, WRONG, attacker)).status).toBe(429)
    const counted = await world.asOwner((tx) =>
      tx.throttleCounter.findFirst({
        where: {
          key: { startsWith: `passwordBySource|${bucketKeyOf(world, address, sourceBucketKey)}|` },
        },
      }),
    )
    expect(counted?.count).toBe(16)
  })

  it('count for the whole network of their sender, and in the end for everybody unknown (RTL-09)', async ({
    world,
    as,
  }) => {
    const fill = (name: string, count: number) =>
      world.asOwner((tx) => tx.throttleCounter.updateMany({ where: { key: { startsWith: name } }, data: { count } }))
    const from = (ip: string) => tryPassword(world, 'wie@example.nl', WRONG, world.visitor(ip))
    await from('2001:db8:aaaa:1::1')
    await fill(`passwordBySource|${bucketKeyOf(world, '2001:db8:aaaa:1::1', sourceBucketKey)}|`, 300)
    expect([(await from('2001:db8:aaaa:1:ffff::2')).status, (await from('2001:db8:aaaa:2::1')).status]).toEqual([
      429, 401,
    ])
    await fill(`passwordByNetwork|${bucketKeyOf(world, '2001:db8:aaaa:1::1', networkBucketKey)}|`, 1500)
    expect([(await from('2001:db8:aaaa:3::1')).status, (await from('2001:db8:bbbb:1::1')).status]).toEqual([429, 401])
    const known = await as('reader')
    await fill('passwordOverall', 9000)
    expect((await from('2001:db8:cccc:1::1')).status).toBe(429)
    expect((await tryPassword(world, known.person.email, PASSWORD, known)).status).toBe(200)
    await fill('passwordOverall', 0)
  })

  it('are counted over all processes: of a hundred at once over two, ten are compared (RTL-11)', async ({
    world,
    addPerson,
  }) => {
    const person = await addPerson('reader')
    const second = await world.secondApp()
    const tries = Array.from({ length: 100 }, (_, index) => {
      const ip = `2001:db8:dddd:${index.toString(16)}::1`
      return tryPassword(world, person.email, WRONG, index % 2 ? world.visitor(ip) : second.visitor(ip))
    })
    const statuses = (await Promise.all(tries)).map(({ status }) => status)
    await second.close()
    expect(statuses.filter((status) => status === 401)).toHaveLength(10)
    expect(statuses.filter((status) => status === 429)).toHaveLength(90)
  })
})

const WRONG = 'dit is het niet'

const tryPassword = (
  world: World,
  email: string,
  password: string,
  caller: Caller = world.stranger(),
): Promise<Answer> => caller.send('POST', '/api/v1/sign-in/password', { body: { email, password } })

const bucketKeyOf = (world: World, ip: string, bucketKey: typeof sourceBucketKey) =>
  bucketKey({ platform: world.platform, request: { ip } })

/** All that an outsider sees of an answer, but for what differs at every request. */
function seen({ status, headers, body }: Answer) {
  const changing = ['date', 'x-ratelimit-remaining', 'x-ratelimit-reset']
  const kept = Object.entries(headers).map(([name, value]) => [name, changing.includes(name) ? '' : value])
  return { status, headers: kept, body: body.replace(/"requestId":"[0-9a-f-]{36}"/, '') }
}

const hashOf = async (world: World, { userId }: Person) =>
  (await world.asOwner((tx) => tx.login.findFirstOrThrow({ where: { userId } }))).passwordHash

const setHash = (world: World, { userId }: Person, passwordHash: string) =>
  world.asOwner((tx) => tx.login.updateMany({ where: { userId }, data: { passwordHash } }))

/** The hasher of an earlier release: other parameters, the same keys. */
const hasherOf = (world: World, parameters: HashParameters) =>
  createPasswordHasher({ pepper: deriveRing(parseKeyRing(world.connection.keys), 'password-pepper'), parameters })
