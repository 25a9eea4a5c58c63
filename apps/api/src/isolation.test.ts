import { Id } from '@keyholder/contracts'
import type { Prisma } from '@keyholder/prisma'
import { describe, expect } from 'vitest'
import { ENDPOINTS, sampleRequest } from './testing/endpoints.ts'
import { it as base } from './testing/it.ts'
import { addMembership } from './testing/members.ts'
import type { Tenant, World } from './testing/world.ts'

const it = base
  .extend('theirs', { scope: 'file' }, async ({ world }) => {
    const theirs = await world.addTenant(CANARY)
    await populate(world, theirs)
    return theirs
  })
  .extend('theirIds', { scope: 'file' }, ({ world, theirs }) => idsOf(world, theirs.tenantId))
  .extend('ours', { scope: 'file' }, async ({ world }) => (await world.withHolder('Onze organisatie')).holder)

describe('of two organisations, neither', () => {
  it.for(WITH_SESSION)(
    'reads, changes or guesses anything of the other: $name (AZH-02, AZH-07)',
    async (endpoint, { world, theirs, theirIds, ours }) => {
      const before = await everythingOf(world, theirs.tenantId)
      const ask = (id: string) => {
        const { method, url, body } = sampleRequest(endpoint, { id, overrides: new Map<unknown, string>([[Id, id]]) })
        const headers = { 'x-tenant-id': theirs.tenantId, 'x-forwarded-host': 'evil.example' }
        return ours.send(method, url, { body, headers })
      }
      const { definition } = endpoint
      // Leaving is not reading: it would end the session that the other endpoints are asked with.
      if (endpoint.name === 'session.signOut') return
      const takesIds =
        definition.params !== undefined || JSON.stringify(sampleRequest(endpoint).body ?? '').includes('0000000000aa')
      const unknown = await ask(NOWHERE)
      expect(unknown.status).toBeLessThan(500)
      for (const { table, id } of takesIds ? theirIds : theirIds.slice(0, 1)) {
        const answer = await ask(id)
        const shape = ({ status, json }: typeof answer) => [
          endpoint.name,
          table,
          status,
          (json as { code?: string } | null)?.code,
        ]
        expect(answer.body).not.toContain('kanarie')
        if (takesIds) expect(shape(answer)).toEqual(shape(unknown))
      }
      expect(await everythingOf(world, theirs.tenantId)).toBe(before)
    },
  )

  it('finds anything of the other in its lists, whatever is asked for', async ({ theirs, ours }) => {
    const queries = [
      '',
      '?search=kanarie',
      `?role=${theirs.roleIds.reader}`,
      '?sort=-createdAt',
      '?kind=api',
      '?status=invited',
    ]
    for (const query of queries) {
      const answer = await ours.send('GET', `/api/v1/users${query}`)
      expect([query, answer.status]).toEqual([query, 200])
      expect(answer.body).not.toContain('kanarie')
    }
    const refused = await ours.send('GET', `/api/v1/users?tenantId=${theirs.tenantId}`)
    expect(refused.status).toBe(400)
  })
})

describe('thousands of reads at once in one process', () => {
  it('each see their own organisation and no other', async ({ world, theirs, ours }) => {
    const tenants = await Promise.all(
      [theirs.tenantId, ours.person.tenantId].map(async (id) => ({ id, names: await namesOf(world, id) })),
    )
    const read = async (tenant: { id: string; names: string[] } | undefined) => {
      if (!tenant) return ['no tenant']
      const { database } = world.platform
      const rows = await database.forTenant(tenant.id).read((tx) => tx.membership.findMany({ select: { name: true } }))
      const names = rows.map(({ name }) => name)
      return [
        ...names.filter((name) => !tenant.names.includes(name)),
        ...tenant.names.filter((name) => !names.includes(name)),
      ]
    }
    // As many in one tick as wait for the pool within its limit, again and again.
    for (let round = 0; round < ROUNDS; round++) {
      const seen = await Promise.all(Array.from({ length: AT_ONCE }, (_, index) => read(tenants[index % 2])))
      expect(seen.flat()).toEqual([])
    }
  })
})

describe('a member of two organisations', () => {
  it('sees in each what is there, and gets a new session when they change over (AZH-03)', async ({ world }) => {
    const [linde, wilg] = [await world.addTenant('De Linde'), await world.addTenant('De Wilg')]
    const person = await world.addPerson(linde, 'administrator')
    const there = await world.addPerson(wilg, 'reader')
    await addMembership(world, person, wilg, 'administrator')
    const caller = await world.signIn(person)
    expect((await caller.send('GET', `/api/v1/users/${there.membershipId}`)).status).toBe(404)
    const before = caller.cookies.get('keyholder')
    await caller.api.session.switchTenant({ body: { tenantId: wilg.tenantId } })
    expect(caller.cookies.get('keyholder')).not.toBe(before)
    expect((await caller.api.users.read({ params: { id: there.membershipId } })).email).toBe(there.email)
    expect((await caller.send('GET', `/api/v1/users/${linde.holder.membershipId}`)).status).toBe(404)
    const stale = world.visitor()
    stale.cookies.set('keyholder', before ?? '')
    expect((await stale.send('GET', '/api/v1/session')).status).toBe(401)
  })
})

const CANARY = 'kanarie van de ander'
const AT_ONCE = 50
const ROUNDS = 20
const NOWHERE = '00000000-0000-7000-8000-0000000000cc'

const WITH_SESSION = ENDPOINTS.filter(
  ({ definition }) => definition.access === 'session' || definition.access.startsWith('can:'),
)

/** Everything that an organisation can have, each with the canary in its name. */
async function populate(world: World, tenant: Tenant): Promise<void> {
  const holder = await world.signIn(tenant.holder)
  const member = await world.addPerson(tenant, 'editor', { name: `${CANARY} lid`, email: 'lid@kanarie.example' })
  await world.signIn(member)
  const invitation = {
    name: `${CANARY} gast`,
    email: 'gast@kanarie.example',
    roleId: tenant.roleIds.reader,
    language: 'nl',
  } as const
  await holder.api.users.invite({ body: invitation })
  const machine = {
    name: `${CANARY} koppeling`,
    responsible: CANARY,
    contactEmail: 'api@kanarie.example',
    language: 'nl',
  } as const
  await holder.api.apiUsers.create({ body: { ...machine, scopes: ['users:read'] } })
}

/** The id of every row that the organisation has, of whatever kind. */
async function idsOf(world: World, tenantId: string) {
  return world.asOwner(async (tx) => {
    const where = { tenantId }
    const select = { id: true } as const
    const rows = {
      memberships: await tx.membership.findMany({ where, select }),
      users: await tx.user.findMany({ where: { homeTenantId: tenantId }, select }),
      roles: await tx.role.findMany({ where, select }),
      factors: await tx.factor.findMany({ where: { homeTenantId: tenantId }, select }),
      sessions: await tx.session.findMany({ where, select }),
      links: await tx.link.findMany({ where, select }),
    }
    return [
      ...Object.entries(rows).flatMap(([table, found]) => found.map(({ id }) => ({ table, id }))),
      { table: 'tenants', id: tenantId },
    ]
  })
}

/** All that is kept of the organisation, for seeing that nothing changed. */
async function everythingOf(world: World, tenantId: string): Promise<string> {
  const rows = await world.asOwner(async (tx: Prisma.TransactionClient) => {
    const where = { tenantId }
    return Promise.all([
      tx.membership.findMany({ where, orderBy: { id: 'asc' } }),
      tx.user.findMany({ where: { homeTenantId: tenantId }, orderBy: { id: 'asc' } }),
      tx.factor.findMany({ where: { homeTenantId: tenantId }, orderBy: { id: 'asc' } }),
      tx.session.findMany({ where, orderBy: { id: 'asc' } }),
      tx.link.findMany({ where, orderBy: { id: 'asc' } }),
      tx.auditEvent.findMany({ where, orderBy: { id: 'asc' } }),
    ])
  })
  return JSON.stringify(rows, (_, value) => (typeof value === 'bigint' ? String(value) : value))
}

async function namesOf(world: World, tenantId: string): Promise<string[]> {
  const rows = await world.asOwner((tx) => tx.membership.findMany({ where: { tenantId }, select: { name: true } }))
  return rows.map(({ name }) => name)
}
