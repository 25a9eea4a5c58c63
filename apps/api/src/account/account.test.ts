import { describe, expect } from 'vitest'
import { minutes } from '../platform/clock.fake.ts'
import { it as base } from '../testing/it.ts'
import { addMembership } from '../testing/members.ts'
import { refusalOf } from '../testing/refusal.ts'

const it = base.extend('els', ({ as }) => as('reader', { name: 'Els de Boer' }))

describe('my account', () => {
  it('shows who I am and when my password and recovery code were made', async ({ els }) => {
    const { person } = els
    const account = await els.api.account.read()
    expect(account).toMatchObject({
      id: person.userId,
      name: 'Els de Boer',
      email: person.email,
      language: 'nl',
      passwordMin: 8,
    })
    expect(account.recoveryCodeMadeAt).not.toBeNull()
    expect(Object.keys(account)).toHaveLength(8)
  })

  it('changes name and language in every organisation that I am a member of', async ({
    world,
    addPerson,
    audit,
    els,
  }) => {
    const wilg = await world.addTenant('De Wilg')
    const person = await addPerson('reader')
    await addMembership(world, person, wilg, 'reader')
    const { api } = await world.signIn(person)
    const account = await api.account.change({ body: { name: '  Els   van Dijk ', language: 'en' } })
    expect(account).toMatchObject({ name: 'Els van Dijk', language: 'en', email: person.email })
    expect(await api.account.read()).toEqual(account)
    const rows = await world.asOwner((tx) => tx.membership.findMany({ where: { userId: person.userId } }))
    expect(rows.map(({ name, language }) => [name, language])).toEqual([
      ['Els van Dijk', 'en'],
      ['Els van Dijk', 'en'],
    ])
    const [event] = (await audit.events()).slice(-1)
    expect(event).toMatchObject({
      action: 'account.changed',
      actorId: person.membershipId,
      before: { name: person.name, language: 'nl' },
      after: { name: 'Els van Dijk', language: 'en' },
    })
    expect((await els.api.account.read()).name).toBe('Els de Boer')
  })

  it('changes one and leaves the other', async ({ as }) => {
    const { api } = await as('reader', { name: 'Jan' })
    expect(await api.account.change({ body: { language: 'en' } })).toMatchObject({ name: 'Jan', language: 'en' })
    const both = [api.account.change({ body: { name: 'Piet' } }), api.account.change({ body: { language: 'nl' } })]
    await Promise.all(both)
    expect(await api.account.read()).toMatchObject({ name: 'Piet', language: 'nl' })
  })

  it('takes nothing that is not the person’s to say (ENR-12, AZV-02)', async ({ tenant, els }) => {
    const before = await els.api.account.read()
    const extras = [
      { phoneVerified: true },
      { emailVerified: true },
      { mfaEnabledAt: '2026-01-01T00:00:00.000Z' },
      { factors: [] },
      { email: 'ander@example.nl' },
      { roleId: tenant.roleIds.administrator },
      { tenantId: tenant.tenantId },
      { permissions: ['users:invite'] },
      { passwordChangedAt: '2026-01-01T00:00:00.000Z' },
    ]
    for (const extra of extras) {
      const answer = await els.send('PATCH', '/api/v1/account', { body: { name: 'Els', ...extra } })
      const [field] = Object.keys(extra)
      expect([answer.status, answer.json]).toMatchObject([400, { errors: [{ path: field, code: 'unknown' }] }])
    }
    expect(await els.api.account.read()).toEqual(before)
  })

  it.for(['', '   ', 'x'.repeat(101), 'a\nb', 'a\u0000b', '\u202Eevil', '\uD800'])(
    'refuses a name that is none: %j',
    async (name, { els }) => {
      const answer = await els.send('PATCH', '/api/v1/account', { body: { name } })
      expect([answer.status, answer.json]).toMatchObject([400, { errors: [{ path: 'name' }] }])
    },
  )
})

describe('my sessions', () => {
  it('are listed wherever I am signed in, this one first, and without what has expired', async ({
    world,
    clock,
    addPerson,
  }) => {
    const person = await addPerson('reader')
    const gone = await world.signIn(person)
    clock.advance(minutes(20))
    const phone = await world.signIn(person)
    const { api } = await world.signIn(person, world.visitor('198.51.100.7'))
    clock.advance(minutes(11))
    expect((await gone.send('GET', '/api/v1/session')).status).toBe(401)
    const { items } = await api.account.sessions()
    expect(items.map(({ current, tenantName }) => [current, tenantName])).toEqual([
      [true, 'De Linde'],
      [false, 'De Linde'],
    ])
    expect(items[0]).toMatchObject({ ip: '198.51.100.7', userAgent: 'lightMyRequest' })
    expect((await phone.api.account.sessions()).items.map(({ id }) => id)).toEqual(
      items.map(({ id }) => id).toReversed(),
    )
    expect(JSON.stringify(items)).not.toMatch(/token|hash/i)
  })

  it('are not listed past their end, even when they were just used', async ({ world, clock, addPerson }) => {
    const person = await addPerson('reader')
    const [old, { api }] = [await world.signIn(person), await world.signIn(person)]
    const [mine, other] = (await api.account.sessions()).items
    await world.asOwner((tx) =>
      tx.session.updateMany({ where: { id: other?.id ?? '' }, data: { endsAt: clock.now() } }),
    )
    expect((await api.account.sessions()).items.map(({ id }) => id)).toEqual([mine?.id])
    expect((await old.send('GET', '/api/v1/session')).status).toBe(401)
  })

  it('can each be ended, at once', async ({ world, addPerson, audit }) => {
    const person = await addPerson('reader')
    const [lost, mine] = [await world.signIn(person), await world.signIn(person)]
    const { items } = await mine.api.account.sessions()
    const id = items.find(({ current }) => !current)?.id ?? ''
    await mine.api.account.endSession({ params: { id } })
    expect((await lost.send('GET', '/api/v1/session')).status).toBe(401)
    expect((await mine.send('GET', '/api/v1/session')).status).toBe(200)
    expect(await audit.last()).toMatchObject({
      action: 'session.ended',
      objectKind: 'session',
      objectId: id,
    })
    expect(await refusalOf(mine.api.account.endSession({ params: { id } }))).toBe('session.not_found')
  })

  it('are signed out of by ending the one in use', async ({ as }) => {
    const { api, cookies } = await as('reader')
    const [session] = (await api.account.sessions()).items
    await api.account.endSession({ params: { id: session?.id ?? '' } })
    expect(cookies.has('keyholder')).toBe(false)
  })

  it('of another person cannot be ended, in my organisation or another (SES-08)', async ({ world, as, addPerson }) => {
    const wilg = await world.addTenant('De Wilg')
    const caller = await as('administrator')
    for (const other of [await addPerson('reader'), wilg.holder]) {
      const victim = await world.signIn(other)
      const [session] = (await victim.api.account.sessions()).items
      expect(await refusalOf(caller.api.account.endSession({ params: { id: session?.id ?? '' } }))).toBe(
        'session.not_found',
      )
      expect((await victim.send('GET', '/api/v1/session')).status).toBe(200)
    }
    expect(
      await refusalOf(caller.api.account.endSession({ params: { id: '00000000-0000-7000-8000-0000000000aa' } })),
    ).toBe('session.not_found')
  })

  it('all end but this one, and no one else’s', async ({ world, as, addPerson, audit }) => {
    const person = await addPerson('reader')
    const others = [await world.signIn(person), await world.signIn(person)]
    const mine = await world.signIn(person)
    const somebody = await as('reader')
    await mine.api.account.endOtherSessions()
    for (const other of others) expect((await other.send('GET', '/api/v1/session')).status).toBe(401)
    expect((await mine.api.account.sessions()).items).toHaveLength(1)
    expect(await audit.last()).toMatchObject({
      action: 'session.ended',
      after: { ended: '2' },
    })
    expect((await somebody.send('GET', '/api/v1/session')).status).toBe(200)
  })

  it('are not known by guessing: an id of none is refused as no id (INP-14)', async ({ as }) => {
    const caller = await as('reader')
    for (const id of ['1', '-1', 'me', '{00000000-0000-7000-8000-000000000000}', 'A'.repeat(5000)]) {
      expect((await caller.send('DELETE', `/api/v1/account/sessions/${id}`)).status).toBeGreaterThanOrEqual(400)
    }
    expect((await caller.send('GET', '/api/v1/session')).status).toBe(200)
  })
})
