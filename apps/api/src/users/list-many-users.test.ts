import { USER_SORTS } from '@keyholder/contracts'
import type { Prisma } from '@keyholder/prisma'
import { plansOf } from '@keyholder/prisma/plans-of'
import { describe, expect, inject } from 'vitest'
import { days } from '../platform/clock.fake.ts'
import { it as base, type Given } from '../testing/it.ts'
import { addMembers } from '../testing/members.ts'
import { countSql, pageSql } from './list-users.ts'

const it = base
  .extend('large', { scope: 'file' }, async ({ world, clock }) => {
    const large = await world.withHolder('De Grote')
    for (let thousand = 0; thousand < 7; thousand++) {
      const members = Array.from({ length: 1000 }, (_, n) => ({
        name: `${['Anna', 'Bert', 'Fatima', 'Jan'][n % 4]} ${thousand}-${n}`,
        lastSignInAt: n % 3 === 0 ? null : clock.ago(days(n)),
      }))
      await addMembers(world, large.tenant, members)
    }
    const strangers = Array.from({ length: 1000 }, (_, n) => ({ name: `Vreemd ${n}` }))
    await addMembers(world, await world.addTenant('De Kleine'), strangers)
    await world.asOwner((tx) => tx.$executeRaw`ANALYZE memberships`)
    return large
  })
  .extend('tenant', ({ large }) => large.tenant)
  .extend('holder', ({ large }) => large.holder)

describe('a large organisation', () => {
  const plans = ({ world, tenant }: Given<'world' | 'tenant'>, sql: Prisma.Sql) => {
    const { superuserUrl } = inject('testCluster')
    const { databaseUrl } = world.connection
    return plansOf({ superuserUrl, databaseUrl, tenantId: tenant.tenantId, sql })
  }

  /** How the function reads members for a statement. */
  const planOf = async (house: Given<'world' | 'tenant'>, sql: Prisma.Sql): Promise<string> => {
    const [plan, ...more] = (await plans(house, sql)).filter((plan) => plan.includes('SELECT m.id'))
    expect(more).toEqual([])
    return plan ?? ''
  }

  it('counts to a thousand and says that there are more', async ({ holder }) => {
    expect(await holder.api.users.list()).toMatchObject({ count: 1000, more: true })
    expect(await holder.api.users.list({ query: { search: 'fatima' } })).toMatchObject({ count: 1000, more: true })
    expect(await holder.api.users.list({ query: { search: 'fatima 1-' } })).toMatchObject({ count: 250, more: false })
  })

  it('finds the common and the rare', async ({ holder }) => {
    const common = await holder.api.users.list({ query: { search: 'example.nl', sort: '-name' } })
    expect(common.items.map(({ name }) => name)).toEqual(
      (await holder.api.users.list({ query: { sort: '-name' } })).items.map(({ name }) => name),
    )
    const rare = await holder.api.users.list({ query: { search: 'fatima 3-998' } })
    expect(rare.items.map(({ name }) => name)).toEqual(['Fatima 3-998'])
  })

  it.for(USER_SORTS)(
    'is read by one index, on the first page and on later ones: %s',
    async (sort, { world, clock, tenant }) => {
      const index = { name: 'by_name', lastSignInAt: 'by_last_sign_in', createdAt: 'created_at_id_idx' }[
        sort.replace('-', '')
      ]
      const key = sort.endsWith('name') ? 'Fatima 3-500' : world.clock.ago(days(300)).toISOString()
      const now = clock.now()
      const after = { key, id: tenant.holder.membershipId }
      const [first, later] = [
        await planOf({ world, tenant }, pageSql({ sort }, { now, after: null })),
        await planOf({ world, tenant }, pageSql({ sort }, { now, after })),
      ]
      for (const plan of [first, later]) {
        expect(plan).toMatch(new RegExp(`Index (Only )?Scan (Backward )?using \\w*${index} on memberships`))
        expect(plan).not.toContain('Sort')
      }
      // The place is a condition of the index, not a filter over all that comes before it.
      expect(later).toMatch(/Index Cond: .* AND \(ROW\(.*\) [<>] ROW\(.*\)\)/)
    },
  )

  it('reads what a page shows of its members by their keys', async ({ world, clock, tenant }) => {
    const whole = (await plans({ world, tenant }, pageSql({}, { now: clock.now(), after: null }))).at(-1)
    expect(whole).toContain('Function Scan on members_matching')
    expect(whole).toContain('Index Scan using memberships_pkey')
  })

  it('counts those of a status by an index', async ({ world, clock, tenant }) => {
    const plan = await planOf({ world, tenant }, countSql({ status: 'deactivated', kind: 'person' }, clock.now()))
    expect(plan).toContain('memberships_tenant_id_kind_status_second_step_idx')
  })
})
