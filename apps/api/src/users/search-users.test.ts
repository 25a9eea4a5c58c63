import { type users as contract, type Sent, USER_SORTS } from '@keyholder/contracts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { days } from '../platform/clock.fake.ts'
import { addMembers } from '../testing/members.ts'
import { createWorld, type SignedIn, type Tenant, type World } from '../testing/world.ts'

type Query = NonNullable<Sent<typeof contract.list>['query']>

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

/** Every page from the first to the last. */
async function walk({ api }: SignedIn, query: Query = {}) {
  const pages = [await api.users.list({ query })]
  for (let next = pages[0]?.next; next; next = pages.at(-1)?.next) {
    pages.push(await api.users.list({ query: { ...query, cursor: next } }))
  }
  return pages
}

const ids = (pages: Awaited<ReturnType<typeof walk>>) => pages.flatMap(({ items }) => items.map(({ id }) => id))

describe('searching', () => {
  let tenant: Tenant
  let holder: SignedIn
  beforeAll(async () => {
    ;({ tenant, holder } = await withHolder('De Zoeker'))
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
  })

  it.each([
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
  ])('finds by any part of name or address, and takes %j as it is written (INP-12, AZV-13)', async (search, wanted) => {
    const page = await holder.api.users.list({ query: { search } })
    expect([page.items.map(({ name }) => name), page.count]).toEqual([wanted, wanted.length])
  })

  it('of nothing but spaces searches for nothing', async () => {
    expect((await holder.api.users.list({ query: { search: '  ' } })).count).toBe(6)
  })

  it.each(USER_SORTS)('pages through a term that most have as through the list itself: %s', async (sort) => {
    const { tenant, holder } = await withHolder(`Gewoon ${sort}`)
    await addMembers(
      world,
      tenant,
      Array.from({ length: 130 }, (_, n) => ({
        name: `${n % 10 === 0 ? 'Anders' : 'Gewoon'} ${(n * 37) % 130}`,
        lastSignInAt: n % 2 === 0 ? null : ago(days(n % 5)),
      })),
    )
    const everybody = (await walk(holder, { sort })).flatMap(({ items }) => items)
    // With a trigram and, too short for one, without.
    for (const search of ['gewoon', 'ge']) {
      const wanted = everybody.filter(({ name, email }) => `${name} ${email}`.toLowerCase().includes(search))
      const pages = await walk(holder, { sort, search })
      expect(ids(pages)).toEqual(wanted.map(({ id }) => id))
      expect(pages[0]?.count).toBe(wanted.length)
    }
  })
})
