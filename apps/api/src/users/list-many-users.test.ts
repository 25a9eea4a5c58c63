import { USER_SORTS } from '@keyholder/contracts'
import type { Prisma } from '@keyholder/prisma'
import { plansOf } from '@keyholder/prisma/plans-of'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { days } from '../platform/clock.fake.ts'
import { addMembers } from '../testing/members.ts'
import { createWorld, type SignedIn, type Tenant, type World } from '../testing/world.ts'
import { countSql, pageSql } from './list-users.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

const ago = (milliseconds: number) => new Date(world.clock.now().getTime() - milliseconds)

async function withHolder(name: string): Promise<{ tenant: Tenant; holder: SignedIn }> {
  const tenant = await world.addTenant(name)
  return { tenant, holder: await world.signIn(tenant.holder) }
}

describe('a large organisation', () => {
  let tenant: Tenant
  let holder: SignedIn
  beforeAll(async () => {
    ;({ tenant, holder } = await withHolder('De Grote'))
    for (let thousand = 0; thousand < 7; thousand++) {
      const members = Array.from({ length: 1000 }, (_, n) => ({
        name: `${['Anna', 'Bert', 'Fatima', 'Jan'][n % 4]} ${thousand}-${n}`,
        lastSignInAt: n % 3 === 0 ? null : ago(days(n)),
      }))
      await addMembers(world, tenant, members)
    }
    await addMembers(
      world,
      await world.addTenant('De Kleine'),
      Array.from({ length: 1000 }, (_, n) => ({ name: `Vreemd ${n}` })),
    )
    await world.asOwner((tx) => tx.$executeRaw`ANALYZE memberships`)
  }, 120_000)

  const plans = (sql: Prisma.Sql) => {
    const { superuserUrl } = inject('testCluster')
    const { databaseUrl } = world.connection
    return plansOf({ superuserUrl, databaseUrl, tenantId: tenant.tenantId, sql })
  }

  /** How the function reads members for a statement. */
  const planOf = async (sql: Prisma.Sql): Promise<string> => {
    const [plan, ...more] = (await plans(sql)).filter((plan) => plan.includes('SELECT m.id'))
    expect(more).toEqual([])
    return plan ?? ''
  }

  it('counts to a thousand and says that there are more', async () => {
    expect(await holder.api.users.list()).toMatchObject({ count: 1000, more: true })
    expect(await holder.api.users.list({ query: { search: 'fatima' } })).toMatchObject({ count: 1000, more: true })
    expect(await holder.api.users.list({ query: { search: 'fatima 1-' } })).toMatchObject({ count: 250, more: false })
  })

  it('finds the common and the rare', async () => {
    const common = await holder.api.users.list({ query: { search: 'example.nl', sort: '-name' } })
    expect(common.items.map(({ name }) => name)).toEqual(
      (await holder.api.users.list({ query: { sort: '-name' } })).items.map(({ name }) => name),
    )
    const rare = await holder.api.users.list({ query: { search: 'fatima 3-998' } })
    expect(rare.items.map(({ name }) => name)).toEqual(['Fatima 3-998'])
  })

  it.each(USER_SORTS)('is read by one index, on the first page and on later ones: %s', async (sort) => {
    const index = { name: 'by_name', lastSignInAt: 'by_last_sign_in', createdAt: 'created_at_id_idx' }[
      sort.replace('-', '')
    ]
    const key = sort.endsWith('name') ? 'Fatima 3-500' : ago(days(300)).toISOString()
    const now = world.clock.now()
    const after = { key, id: tenant.holder.membershipId }
    const [first, later] = [
      await planOf(pageSql({ sort }, { now, after: null })),
      await planOf(pageSql({ sort }, { now, after })),
    ]
    for (const plan of [first, later]) {
      expect(plan).toMatch(new RegExp(`Index (Only )?Scan (Backward )?using \\w*${index} on memberships`))
      expect(plan).not.toContain('Sort')
    }
    // The place is a condition of the index, not a filter over all that comes before it.
    expect(later).toMatch(/Index Cond: .* AND \(ROW\(.*\) [<>] ROW\(.*\)\)/)
  })

  it('reads what a page shows of its members by their keys', async () => {
    const whole = (await plans(pageSql({}, { now: world.clock.now(), after: null }))).at(-1)
    expect(whole).toContain('Function Scan on members_matching')
    expect(whole).toContain('Index Scan using memberships_pkey')
  })

  it('counts those of a status by an index', async () => {
    const plan = await planOf(countSql({ status: 'deactivated', kind: 'person' }, world.clock.now()))
    expect(plan).toContain('memberships_tenant_id_kind_status_second_step_idx')
  })
})
