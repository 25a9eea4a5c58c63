import { policyOfPackage, SESSIONS_PER_ACCOUNT } from '@keyholder/domain'
import { describe, expect } from 'vitest'
import { minutes, seconds } from '../platform/clock.fake.ts'
import type { Answer, Caller } from '../testing/caller.ts'
import { it } from '../testing/it.ts'
import { refusalOf } from '../testing/refusal.ts'
import { ask, withCookie } from '../testing/session-cookie.ts'
import { createWorld, PASSWORD, type Person, type World } from '../testing/world.ts'

describe('the cookies', () => {
  it('are __Host-, Secure, HttpOnly and SameSite=Strict on https, and hold 256 random bits (SES-01)', async () => {
    const secure = await createWorld({ settings: { publicUrl: 'https://keyholder.example' } })
    const { holder } = await secure.addTenant('De Wilg')
    const answers: Answer[] = []
    const caller = secure.visitor()
    const post = async (path: string, body?: unknown) => {
      answers.push(await caller.send('POST', `/api/v1/sign-in/${path}`, { body }))
      return answers.at(-1)?.json as { secret: string }
    }
    await post('password', { email: holder.email, password: PASSWORD })
    const { secret } = await post('enrollment')
    await post('enrollment/confirm', { code: await secure.nextCode(Object.assign(holder, { secret })) })
    await post('recovery-code')
    await post('recovery-code/kept', { kept: true })
    answers.push(
      await caller.send('POST', '/api/v1/session/step-up', { body: { code: await secure.nextCode(holder) } }),
    )
    answers.push(await caller.send('DELETE', '/api/v1/session'))
    await secure.close()
    const cookies = answers.flatMap(setCookies)
    expect(cookies.length).toBeGreaterThan(7)
    for (const cookie of cookies) {
      const [pair = '', ...attributes] = cookie.split('; ')
      const [name = '', value = ''] = pair.split('=')
      expect(name).toMatch(/^__Host-keyholder(-sign-in|-device)?$/)
      expect(attributes).toEqual(expect.arrayContaining(['Path=/', 'HttpOnly', 'Secure', 'SameSite=Strict']))
      expect(cookie).not.toMatch(/domain=/i)
      if (value && !name.endsWith('-device')) expect(value).toMatch(/^[A-Za-z0-9_-]{43}$/)
    }
  })

  it('of the device tells nothing of who it is, and opens nothing', async ({ world, as }) => {
    const caller = await as('reader')
    const device = caller.cookies.get('keyholder-device') ?? ''
    expect(device).toMatch(/^[A-Za-z0-9_-]{43}\.k1\.[A-Za-z0-9_-]{43}$/)
    const other = world.stranger()
    other.cookies.set('keyholder-device', device)
    expect((await ask(other)).status).toBe(401)
    expect((await ask(withCookie(device, world))).status).toBe(401)
  })

  it('are written only with what was stored: a request that fails changes none', async ({ world, as }) => {
    const caller = await as('reader')
    const code = await world.nextCode(caller.person)
    const { database } = world.platform
    const { signIn } = database
    database.signIn = {
      ...signIn,
      write: (work) =>
        signIn.write(async (tx) => {
          await work(tx)
          throw new Error('the connection broke')
        }),
    }
    const answer = await caller.send('POST', '/api/v1/session/step-up', { body: { code } })
    database.signIn = signIn
    expect([answer.status, setCookies(answer)]).toEqual([500, []])
    expect((await ask(caller)).status).toBe(200)
  })
})

describe('a session', () => {
  it('begins under a new id, and gets another at every step-up (SES-02)', async ({
    world,
    clock,
    tenant,
    addPerson,
  }) => {
    const person = await addPerson('reader')
    const caller = withCookie('known-to-an-attacker', world)
    await world.signIn(person, caller)
    const opened = caller.cookies.get('keyholder')
    expect(opened).not.toBe('known-to-an-attacker')
    clock.advance(minutes(1))
    await caller.api.session.stepUp({ body: { code: await world.nextCode(person) } })
    const fresh = caller.cookies.get('keyholder')
    expect(fresh).not.toBe(opened)
    expect((await ask(withCookie(opened, world))).status).toBe(401)
    expect((await ask(withCookie(fresh, world))).status).toBe(200)
    expect(await sessionsOf(world, person)).toHaveLength(1)
    const holder = await world.signIn(tenant.holder)
    const { items } = await holder.api.audit.list({ query: { action: 'session.stepped-up' } })
    expect(items[0]?.after).toEqual({ secondFactor: 'authenticator' })
  })

  it('is stored by a hash, which is no cookie (SES-03)', async ({ world, as }) => {
    const caller = await as('reader')
    const [row] = await sessionsOf(world, caller.person)
    const hash = Buffer.from(row?.tokenHash ?? '')
    expect(hash).toHaveLength(32)
    expect(JSON.stringify(row)).not.toContain(caller.cookies.get('keyholder'))
    for (const form of ['base64url', 'base64', 'hex', 'latin1'] as const) {
      expect((await ask(withCookie(encodeURIComponent(hash.toString(form)), world))).status).toBe(401)
    }
    expect((await ask(withCookie(row?.id, world))).status).toBe(401)
  })

  it('ends with signing out, for every copy of the cookie and in every process (SES-06)', async ({
    world,
    as,
    audit,
  }) => {
    const caller = await as('reader')
    const copy = caller.cookies.get('keyholder')
    const second = await world.secondApp()
    const answer = await caller.send('DELETE', '/api/v1/session')
    expect([answer.status, answer.headers['clear-site-data']]).toEqual([204, '"cache", "storage"'])
    expect(caller.cookies.has('keyholder')).toBe(false)
    const statuses = new Set<number>()
    for (let round = 0; round < 20; round++) {
      const replays = Array.from({ length: 50 }, (_, index) => ask(withCookie(copy, index % 2 ? second : world)))
      for (const { status } of await Promise.all(replays)) statuses.add(status)
    }
    expect([...statuses]).toEqual([401])
    await second.close()
    expect(await sessionsOf(world, caller.person)).toEqual([])
    expect((await audit.actions()).at(-1)).toBe('session.signed-out success')
  })

  it('survives a restart of the process (SES-14)', async ({ world, as }) => {
    const caller = await as('reader')
    const second = await world.secondApp()
    const copy = withCookie(caller.cookies.get('keyholder'), second)
    expect((await ask(copy)).status).toBe(200)
    await copy.api.session.signOut()
    await second.close()
    expect((await ask(caller)).status).toBe(401)
  })

  it('ends when it is not used for half an hour', async ({ clock, as }) => {
    const caller = await as('reader')
    for (let i = 0; i < 4; i++) {
      clock.advance(seconds(SESSION_IDLE_SECONDS - 1))
      expect((await ask(caller)).status).toBe(200)
    }
    clock.advance(seconds(SESSION_IDLE_SECONDS))
    expect((await ask(caller)).status).toBe(401)
  })

  it('ends after twelve hours, however much it is used', async ({ clock, as }) => {
    const caller = await as('reader')
    const opened = clock.now()
    while (clock.now().getTime() - opened.getTime() < seconds(SESSION_ABSOLUTE_SECONDS) - minutes(20)) {
      clock.advance(minutes(20))
      expect((await ask(caller)).status).toBe(200)
    }
    expect((await caller.api.session.current()).endsAt).toBe(
      new Date(opened.getTime() + seconds(SESSION_ABSOLUTE_SECONDS)).toISOString(),
    )
    clock.advance(minutes(20))
    expect((await ask(caller)).status).toBe(401)
  })

  it('is at most the twentieth of an account: the oldest gives way (SES-10)', async ({ world, clock, as }) => {
    const first = await as('reader')
    await world.asOwner(async (tx) => {
      const row = await tx.session.findFirstOrThrow({ where: { userId: first.person.userId } })
      const openedAt = clock.now()
      const others = Array.from({ length: SESSIONS_PER_ACCOUNT - 1 }, (_, index) => {
        const hash = new Uint8Array(32).fill(index)
        return { ...row, openedAt, id: world.platform.random.uuid(), tokenHash: hash }
      })
      await tx.session.createMany({ data: others })
    })
    await world.stepUp(first)
    expect(await sessionsOf(world, first.person)).toHaveLength(SESSIONS_PER_ACCOUNT)
    const last = await world.signIn(first.person)
    expect(await sessionsOf(world, first.person)).toHaveLength(SESSIONS_PER_ACCOUNT)
    expect([(await ask(first)).status, (await ask(last)).status]).toEqual([401, 200])
  })

  it.for([
    [
      'the member is deactivated',
      (world: World, person: Person) =>
        world.asOwner((tx) =>
          tx.membership.updateMany({ where: { id: person.membershipId }, data: { status: 'deactivated' } }),
        ),
    ],
    [
      'the package is suspended',
      (world: World, person: Person) =>
        world.asOwner((tx) =>
          tx.package.updateMany({ where: { tenantId: person.tenantId }, data: { status: 'suspended' } }),
        ),
    ],
  ] as const)('opens nothing any more at the very next request once %s', async ([_, happens], { world }) => {
    const { holder } = await world.addTenant('De Es')
    const made = await world.addTenant('De Els')
    const person = await world.addPerson(made, 'administrator')
    const [caller, other] = [await world.signIn(person), await world.signIn(holder)]
    expect((await caller.send('GET', '/api/v1/users')).status).toBe(200)
    await happens(world, person)
    expect([(await ask(caller)).status, (await ask(other)).status]).toEqual([401, 200])
  })

  it('has the rights of the role of this moment', async ({ world, tenant, addPerson }) => {
    const person = await addPerson('administrator')
    const caller = await world.signIn(person)
    expect((await caller.send('GET', '/api/v1/users')).status).toBe(200)
    await world.asOwner((tx) =>
      tx.membership.updateMany({ where: { id: person.membershipId }, data: { roleId: tenant.roleIds.reader } }),
    )
    expect((await caller.send('GET', '/api/v1/users')).status).toBe(403)
    expect((await caller.api.session.current()).permissions).not.toContain('users:read')
  })

  it('says until when it lasts', async ({ clock, as }) => {
    const caller = await as('reader')
    const { freshUntil, idleUntil } = await caller.api.session.current()
    const after = (amount: number) => clock.later(amount).toISOString()
    expect([freshUntil, idleUntil]).toEqual([after(minutes(10)), after(seconds(SESSION_IDLE_SECONDS))])
  })
})

describe('what is sensitive', () => {
  const sensitive = (caller: Caller) => refusalOf(caller.api.account.startAuthenticator({ body: { name: 'Telefoon' } }))

  it('needs a second step of the last ten minutes, and has it again after a code (SES-12)', async ({
    world,
    clock,
    as,
    audit,
  }) => {
    const caller = await as('reader')
    clock.advance(minutes(10) - seconds(60))
    expect(await sensitive(caller)).toBe('not refused')
    clock.advance(minutes(1) + seconds(1))
    expect(await sensitive(caller)).toBe('session.not_fresh')
    const code = await world.nextCode(caller.person)
    const { freshUntil } = await caller.api.session.stepUp({ body: { code } })
    expect(freshUntil).toBe(clock.later(minutes(10)).toISOString())
    expect(await sensitive(caller)).toBe('not refused')
    expect((await audit.actions()).filter((action) => action === 'session.stepped-up success')).not.toEqual([])
  })

  it('is made fresh in one session only, and a code does it once (SES-12, REC-01)', async ({ world, clock, as }) => {
    const caller = await as('reader')
    const other = await world.signIn(caller.person)
    clock.advance(minutes(11))
    const code = await world.nextCode(caller.person)
    await caller.api.session.stepUp({ body: { code } })
    expect(await sensitive(other)).toBe('session.not_fresh')
    expect(await refusalOf(other.api.session.stepUp({ body: { code } }))).toBe('code.wrong')
  })

  it('is opened by one code once, of many tabs at once; the session goes on in one of them', async ({ world, as }) => {
    const caller = await as('reader')
    const cookie = caller.cookies.get('keyholder')
    const code = await world.nextCode(caller.person)
    const tabs = Array.from({ length: 10 }, () => withCookie(cookie, world))
    const answers = await Promise.all(
      tabs.map((tab) => tab.send('POST', '/api/v1/session/step-up', { body: { code } })),
    )
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(await sessionsOf(world, caller.person)).toHaveLength(1)
  })

  it('counts wrong codes together with those at signing in (REC-05)', async ({ world, as }) => {
    const caller = await as('reader')
    const answers: string[] = []
    for (let i = 0; i < 11; i++) answers.push(await refusalOf(caller.api.session.stepUp({ body: { code: '000000' } })))
    expect(answers).toEqual([...Array(10).fill('code.wrong'), 'code.too_many user'])
    const half = world.stranger()
    await half.api.signIn.password({ body: { email: caller.person.email, password: PASSWORD } })
    const code = await world.nextCode(caller.person)
    expect(await refusalOf(half.api.signIn.authenticator({ body: { code } }))).toBe('code.too_many user')
  })
})

const { idleMinutes, absoluteHours } = policyOfPackage('institution')

const SESSION_IDLE_SECONDS = idleMinutes * 60

const SESSION_ABSOLUTE_SECONDS = absoluteHours * 3600

const setCookies = ({ headers }: Answer): string[] => [headers['set-cookie'] ?? []].flat().map(String)

const sessionsOf = (world: World, { userId }: Person) =>
  world.asOwner((tx) => tx.session.findMany({ where: { userId } }))
