import type { AuditAction } from '@keyholder/domain'
import { Prisma } from '@keyholder/prisma'
import { describe, expect } from 'vitest'
import { invite } from '../testing/invited.ts'
import { it } from '../testing/it.ts'
import { refusalOf } from '../testing/refusal.ts'
import type { Tenant, World } from '../testing/world.ts'
import { eventsSql } from './list-events.ts'

describe('the log', () => {
  it('shows what happened here, newest first, with who, to what, and from where (AUD-10)', async ({
    clock,
    tenant,
    holder,
    invite,
    audit,
  }) => {
    const invited = await invite({ role: 'editor' })
    const { items, next } = await holder.api.audit.list()
    expect(next).toBeNull()
    expect(items[0]).toEqual({
      id: expect.any(String),
      at: clock.now().toISOString(),
      action: 'user.invited',
      outcome: 'success',
      reason: null,
      actor: {
        id: tenant.holder.membershipId,
        name: tenant.holder.name,
        role: 'Pakkethouder',
        factors: 'authenticator',
      },
      object: { id: invited.membershipId, kind: 'user', name: invited.name },
      before: null,
      after: { email: invited.email, role: 'Redacteur' },
      ip: expect.stringContaining('2001:db8:'),
      userAgent: 'lightMyRequest',
      requestId: expect.any(String),
    })
    const kept = (await audit.events(tenant.tenantId)).toReversed().slice(1)
    expect(items.map(({ id }) => id)).toEqual(kept.map(({ id }) => id))
  })

  it('holds refusals, and events without a signed-in actor', async ({ world, tenant, holder, invite }) => {
    await refusalOf(
      world.visitor('2001:db8:ffff::1').api.signIn.password({ body: { email: tenant.holder.email, password: 'fout' } }),
    )
    await refusalOf(invite({ role: 'holder' }))
    const { items } = await holder.api.audit.list()
    expect(items[0]).toMatchObject({ action: 'user.invited', outcome: 'denied', reason: 'role.not_givable' })
    expect(items[1]).toMatchObject({
      action: 'sign-in.password',
      outcome: 'failure',
      actor: null,
      object: { kind: 'user' },
    })
  })

  it('is of this organisation only: nothing of another, nor of the platform (AUD-10)', async ({
    world,
    tenant,
    holder,
    audit,
  }) => {
    const other = await world.withHolder('De Beuk')
    await invite(world, other.holder, other.tenant)
    await refusalOf(world.visitor().api.signIn.password({ body: { email: 'onbekend@example.nl', password: 'fout' } }))
    const url = `/api/v1/audit-events?user=${other.tenant.holder.membershipId}`
    expect((await holder.send('GET', url)).json).toEqual({ items: [], next: null })
    const { items } = await holder.api.audit.list()
    const own = (await audit.events(tenant.tenantId)).map(({ id }) => id)
    expect(items.every(({ id }) => own.includes(id))).toBe(true)
    expect(JSON.stringify(items)).not.toContain('Beuk')
  })

  it('of the platform is read by its operators, and no other', async ({ world }) => {
    const operator = await world.signIn(await world.addPerson(world.platformTenant, 'operator'))
    await refusalOf(world.visitor().api.signIn.password({ body: { email: 'niemand@example.nl', password: 'fout' } }))
    const { items } = await operator.api.audit.list({ query: { outcome: 'failure' } })
    expect(items[0]).toMatchObject({ reason: 'email.unknown', object: { kind: 'email' } })
    expect(JSON.stringify(items)).not.toContain('niemand')
  })

  it('is closed to administrators, editors and readers (AUD-10)', async ({ world, tenant }) => {
    for (const role of ['administrator', 'editor', 'reader'] as const) {
      const caller = await world.signIn(await world.addPerson(tenant, role))
      expect(await refusalOf(caller.api.audit.list())).toBe('session.forbidden')
    }
  })

  it('can only be read by the role that reads it', async ({ world, holder }) => {
    const { database } = world.platform
    const { tenantId } = holder.person
    const there = database.auditOf(tenantId)
    expect(await there.read((tx) => tx.auditEvent.count())).toBeGreaterThan(0)
    for (const table of ['memberships', 'users', 'logins', 'sessions', 'messages']) {
      await expect(there.read((tx) => tx.$queryRaw`SELECT FROM ${Prisma.raw(table)}`)).rejects.toThrow()
    }
    await expect(there.write((tx) => tx.auditEvent.deleteMany({}))).rejects.toThrow()
    await expect(there.write((tx) => tx.auditEvent.updateMany({ data: { outcome: 'success' } }))).rejects.toThrow()
    for (const other of [database.forTenant(tenantId), database.signIn, database.operator, database.worker]) {
      await expect(other.read((tx) => tx.auditEvent.count())).rejects.toThrow()
    }
  })
})

describe('reading the log', () => {
  it('is an event itself, once for all pages, with what was looked for but not the words (AUD-10)', async ({
    world,
    clock,
    tenant,
    holder,
    audit,
  }) => {
    await addEvents(
      world,
      tenant,
      Array.from({ length: 120 }, (_, n) => ({ at: clock.ago(n) })),
    )
    const query = { action: 'password.changed', search: '' } as const
    let page = await holder.api.audit.list({ query })
    const seen = page.items.map(({ id }) => id)
    while (page.next) {
      page = await holder.api.audit.list({ query: { ...query, cursor: page.next } })
      seen.push(...page.items.map(({ id }) => id))
    }
    expect([seen.length, new Set(seen).size]).toEqual([120, 120])
    const readings = async () => (await audit.events(tenant.tenantId)).filter(({ action }) => action === 'audit.read')
    expect(await readings()).toMatchObject([
      { actorId: tenant.holder.membershipId, after: { action: 'password.changed' } },
    ])
    await holder.api.audit.list({ query: { search: 'een geheim wachtwoord', outcome: 'denied' } })
    expect((await readings()).at(-1)?.after).toEqual({ search: 'yes', outcome: 'denied' })
    expect(JSON.stringify(await readings())).not.toContain('geheim')
  })

  it('goes on only for the session and the filters whose first page was written down', async ({
    world,
    clock,
    tenant,
    holder,
  }) => {
    await addEvents(
      world,
      tenant,
      Array.from({ length: 60 }, (_, n) => ({ at: clock.ago(n) })),
    )
    const cursor = (await holder.api.audit.list()).next ?? ''
    const again = await world.signIn(tenant.holder)
    const other = await world.withHolder('De Els')
    expect((await holder.api.audit.list({ query: { cursor } })).items.length).toBeGreaterThan(9)
    expect(await refusalOf(again.api.audit.list({ query: { cursor } }))).toBe('request.invalid')
    expect(await refusalOf(other.holder.api.audit.list({ query: { cursor } }))).toBe('request.invalid')
    expect(await refusalOf(holder.api.audit.list({ query: { cursor, outcome: 'success' } }))).toBe('request.invalid')
    const changed = cursor.replace(/.$/, (last) => (last === 'A' ? 'Q' : 'A'))
    const answer = await holder.send('GET', `/api/v1/audit-events?cursor=${changed}A`)
    expect(answer.json).toMatchObject({ code: 'request.invalid', errors: [{ path: 'query.cursor', code: 'cursor' }] })
  })
})

describe('filters', () => {
  it('take what a member did and what was done to them', async ({ world, tenant, holder }) => {
    const person = await world.addPerson(tenant, 'editor')
    await world.signIn(person)
    await holder.api.users.changeRole({ params: { id: person.membershipId }, body: { roleId: tenant.roleIds.reader } })
    const { items } = await holder.api.audit.list({ query: { user: person.membershipId } })
    expect(items[0]).toMatchObject({ action: 'user.role-changed', object: { id: person.membershipId } })
    expect(items.slice(1).every(({ actor, object }) => [actor?.id, object?.id].includes(person.membershipId))).toBe(
      true,
    )
    expect(items.map(({ action }) => action)).toContain('sign-in.completed')
    expect(
      (await holder.api.audit.list({ query: { user: person.membershipId, action: 'user.role-changed' } })).items,
    ).toHaveLength(1)
  })

  it('search names, addresses and request ids, as they are written (INP-12)', async ({
    world,
    clock,
    tenant,
    holder,
  }) => {
    const at = clock.now()
    await addEvents(world, tenant, [
      { at, actorName: 'Émile van Dijk', ip: '198.51.100.7' },
      { at, objectName: '100% Zorg', requestId: 'req-12345' },
    ])
    const count = async (search: string) =>
      (await holder.api.audit.list({ query: { search, action: 'password.changed' } })).items.length
    for (const search of ['ÉMILE', 'van dijk', '198.51.100.7', '0% z', 'REQ-12345'])
      expect([search, await count(search)]).toEqual([search, 1])
    for (const search of ['%', '_mile', "'; DROP TABLE audit_events; --", '100\\%']) {
      expect([search, await count(search)]).toEqual([search, search === '%' ? 1 : 0])
    }
  })

  it('take days as people in the Netherlands have them, also the short and the long one', async ({
    world,
    tenant,
    holder,
  }) => {
    const moments = [
      '2025-03-29T22:59:59.999Z', // 29 March, 23:59 in Amsterdam
      '2025-03-29T23:00:00.000Z', // 30 March begins; it has 23 hours
      '2025-03-30T21:59:59.999Z',
      '2025-03-30T22:00:00.000Z', // 31 March begins
      '2025-10-25T22:00:00.000Z', // 26 October begins; it has 25 hours
      '2025-10-26T22:59:59.999Z',
      '2025-10-26T23:00:00.000Z', // 27 October begins
    ]
    await addEvents(
      world,
      tenant,
      moments.map((moment) => ({ at: new Date(moment) })),
    )
    const on = async (query: { from?: string; until?: string }) =>
      (await holder.api.audit.list({ query: { ...query, action: 'password.changed' } })).items
        .map(({ at }) => at)
        .toReversed()
    expect(await on({ from: '2025-03-30', until: '2025-03-30' })).toEqual(moments.slice(1, 3))
    expect(await on({ from: '2025-10-26', until: '2025-10-26' })).toEqual(moments.slice(4, 6))
    expect(await on({ until: '2025-03-29' })).toEqual(moments.slice(0, 1))
    expect(await on({ from: '2025-10-27' })).toEqual(moments.slice(6))
    expect(await on({ from: '2025-10-27', until: '2025-10-26' })).toEqual([])
  })

  it.for([
    'from=2026-02-29',
    'from=2026-13-01',
    'until=2026-04-31',
    'until=2026-00-10',
    'from=26-01-01',
    'from=2026-1-1',
    'from=20260101',
    'from=0000-01-01',
    'until=275760-09-13',
    'from=2026-01-01T00:00:00Z',
    'action=deleted',
    'outcome=ok',
    'user=1',
    'search=%00',
    'tenantId=1',
    'cursor=AAAA',
    'cursor=%22',
  ])('refuse ?%s without asking the database (INP-14, INP-15)', async (query, { holder }) => {
    expect((await holder.send('GET', `/api/v1/audit-events?${query}`)).status).toBe(400)
  })

  it('take 29 February in a year that has one', async ({ holder }) => {
    expect((await holder.send('GET', '/api/v1/audit-events?from=2028-02-29')).status).toBe(200)
  })
})

describe('a long log', () => {
  it('is read by its index, on the first page and on later ones', async ({ world, clock, tenant }) => {
    const other = await world.addTenant('De Korte')
    const now = clock.now()
    for (const log of [tenant, other])
      await addEvents(
        world,
        log,
        Array.from({ length: 3000 }, (_, n) => ({ at: new Date(now.getTime() - n * 1000) })),
      )
    await world.asOwner((tx) => tx.$executeRaw`ANALYZE audit_events`)
    const after = { key: new Date(now.getTime() - 1_500_000).toISOString(), id: tenant.holder.membershipId }
    for (const place of [null, after]) {
      const rows = await world.platform.database
        .auditOf(tenant.tenantId)
        .read((tx) => tx.$queryRaw<{ 'QUERY PLAN': string }[]>`EXPLAIN (COSTS OFF) ${eventsSql({}, place)}`)
      const plan = rows.map((row) => row['QUERY PLAN']).join('\n')
      expect(plan).toContain('Index Scan using audit_events_tenant_id_at_id_idx')
      expect(plan).not.toContain('Sort')
      if (place) expect(plan).toMatch(/Index Cond: .* AND \(ROW\(/)
    }
  })
})

type NewEvent = {
  at: Date
  action?: AuditAction
  actorName?: string
  objectName?: string
  ip?: string
  requestId?: string
}

/** Events straight into the log, for what only reads it. */
async function addEvents(world: World, { tenantId }: Tenant, events: readonly NewEvent[]): Promise<void> {
  const rows = events.map((event) => ({
    action: 'password.changed',
    outcome: 'success',
    ...event,
    tenantId,
    id: world.platform.random.uuid(),
  }))
  await world.asOwner((tx) => tx.auditEvent.createMany({ data: rows }))
}
