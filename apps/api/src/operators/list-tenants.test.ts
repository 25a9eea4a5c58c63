import { describe, expect } from 'vitest'
import { createPerson } from '../identity/members/create-person.ts'
import { createTenant } from '../identity/tenants/create-tenant.ts'
import { it } from '../testing/it.ts'
import { addMembers } from '../testing/members.ts'
import { refusalOf } from '../testing/refusal.ts'

describe("the operators' list of organisations", () => {
  it('shows each with its holder and its seats, by name, and never the platform itself', async ({
    world,
    operator,
  }) => {
    const wilg = await world.addTenant('de wilg', { package: 'entry' })
    const linde = await world.addTenant('De Linde', { seats: 20 })
    await addMembers(world, linde, [
      { name: 'Gast' },
      { name: 'Weg', status: 'deactivated' },
      { name: 'API', kind: 'api', status: 'active', role: 'api' },
    ])
    const { items, next } = await operator.api.operators.tenants()
    expect(next).toBeNull()
    expect(items.map(({ name }) => name)).toEqual(['De Linde', 'de wilg'])
    expect(items[0]).toEqual({
      id: linde.tenantId,
      name: 'De Linde',
      package: 'institution',
      status: 'active',
      holderName: linde.holder.name,
      seats: 20,
      seatsUsed: 2,
      createdAt: expect.stringMatching(/Z$/),
    })
    expect(items[1]).toMatchObject({ id: wilg.tenantId, package: 'entry', seats: 1, seatsUsed: 1 })
  })

  it('shows also what is suspended or ended', async ({ world, operator }) => {
    const tenant = await world.addTenant('Beëindigd')
    await world.asOwner((tx) =>
      tx.package.updateMany({ where: { tenantId: tenant.tenantId }, data: { status: 'ended' } }),
    )
    const { items } = await operator.api.operators.tenants()
    expect(items.find(({ id }) => id === tenant.tenantId)?.status).toBe('ended')
  })

  it('gives everyone exactly once over all pages', async ({ world, operator }) => {
    const maker = () => ({ platform: world.platform, now: world.clock.now() })
    await world.asOwner(async (tx) => {
      for (let n = 0; n < 110; n++) {
        const tenant = { name: `Huis ${n % 4}`, package: 'entry', seats: 1 } as const
        const made = await createTenant(tx, maker(), tenant)
        const holder = {
          name: 'H',
          email: `h${n}@example.nl`,
          language: 'nl',
          role: 'holder',
          passwordHash: 'none',
        } as const
        await createPerson(tx, maker(), made, holder)
      }
    })
    const names: string[] = []
    const ids = new Set<string>()
    let cursor: string | null | undefined
    do {
      const page = await operator.api.operators.tenants({ query: cursor ? { cursor } : {} })
      expect(page.items.length).toBeLessThanOrEqual(50)
      for (const { id, name } of page.items) {
        names.push(name)
        ids.add(id)
      }
      cursor = page.next
    } while (cursor)
    const there = await world.asOwner((tx) => tx.tenant.count())
    expect([names.length, ids.size]).toEqual([there - 1, there - 1])
    expect(ids).not.toContain(world.platformTenant.tenantId)
    expect(names).toEqual(names.toSorted(new Intl.Collator('nl').compare))
  }, 60_000)

  it('takes no cursor of another list', async ({ world, operator }) => {
    const tenant = await world.addTenant('Met leden')
    await addMembers(
      world,
      tenant,
      Array.from({ length: 60 }, (_, n) => ({ name: `Lid ${n}` })),
    )
    const { next } = await (await world.signIn(tenant.holder)).api.users.list()
    expect(await refusalOf(operator.api.operators.tenants({ query: { cursor: next ?? '' } }))).toBe('request.invalid')
  })

  it('is closed to everybody of an organisation, its package holder too', async ({ world, operator }) => {
    const tenant = await world.addTenant('De Gesloten')
    for (const person of [
      tenant.holder,
      await world.addPerson(tenant, 'administrator'),
      await world.addPerson(tenant, 'reader'),
    ]) {
      expect(await refusalOf((await world.signIn(person)).api.operators.tenants())).toBe('session.forbidden')
    }
    expect(await refusalOf(operator.api.users.list())).toBe('session.forbidden')
  })
})
