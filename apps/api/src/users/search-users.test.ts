import { USER_SORTS } from '@keyholder/contracts'
import { describe, expect } from 'vitest'
import { days } from '../platform/clock.fake.ts'
import { it as base } from '../testing/it.ts'
import { addMembers } from '../testing/members.ts'
import { idsOn, walkUsers } from '../testing/walk-users.ts'

describe('searching', () => {
  const it = base.extend('tenant', async ({ world }) => {
    const tenant = await world.addTenant('De Zoeker')
    await addMembers(world, tenant, [
      { name: 'Émile van Dijk', email: 'e.vandijk@ziekenhuis.nl' },
      { name: '100% Zorg', email: 'procent@example.nl' },
      { name: 'onder_streep', email: 'streep@example.nl' },
      { name: 'terug\\slash', email: 'slash@example.nl' },
      { name: "'; DROP TABLE memberships; --", email: 'drop@example.nl' },
    ])
    await addMembers(world, await world.addTenant('De Verstopte'), [
      { name: 'Émile van Elders', email: 'verstopt@example.nl' },
    ])
    return tenant
  })

  it.for([
    ['émile', ['Émile van Dijk']],
    ['ÉMILE VAN', ['Émile van Dijk']],
    ['e\u0301mile', ['Émile van Dijk']],
    ['  dijk ', ['Émile van Dijk']],
    ['dijk e.van', ['Émile van Dijk']],
    ['@ziekenhuis', ['Émile van Dijk']],
    ['0%', ['100% Zorg']],
    ['100%', ['100% Zorg']],
    ['r_s', ['onder_streep']],
    ['_', ['onder_streep']],
    ['g\\s', ['terug\\slash']],
    ["'; DROP TABLE", ["'; DROP TABLE memberships; --"]],
    ['verstopt', []],
    ['%%%', []],
    ['$where {{7*7}}', []],
  ] as const)(
    'finds by any part of name or address, and takes %j as it is written (INP-12, AZV-13)',
    async ([search, wanted], { holder }) => {
      const page = await holder.api.users.list({ query: { search } })
      expect([page.items.map(({ name }) => name), page.count]).toEqual([wanted, wanted.length])
    },
  )

  it('of nothing but spaces searches for nothing', async ({ holder }) => {
    expect((await holder.api.users.list({ query: { search: '  ' } })).count).toBe(6)
  })

  it.for(USER_SORTS)('pages through a term that most have as through the list itself: %s', async (sort, { world }) => {
    const { tenant, holder } = await world.withHolder(`Gewoon ${sort}`)
    await addMembers(
      world,
      tenant,
      Array.from({ length: 130 }, (_, n) => ({
        name: `${n % 10 === 0 ? 'Anders' : 'Gewoon'} ${(n * 37) % 130}`,
        lastSignInAt: n % 2 === 0 ? null : world.clock.ago(days(n % 5)),
      })),
    )
    const everybody = (await walkUsers(holder, { sort })).flatMap(({ items }) => items)
    // With a trigram and, too short for one, without.
    for (const search of ['gewoon', 'ge']) {
      const wanted = everybody.filter(({ name, email }) => `${name} ${email}`.toLowerCase().includes(search))
      const pages = await walkUsers(holder, { sort, search })
      expect(idsOn(pages)).toEqual(wanted.map(({ id }) => id))
      expect(pages[0]?.count).toBe(wanted.length)
    }
  })
})
