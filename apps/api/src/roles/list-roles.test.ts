import { BUILT_IN_ROLES, ROLE_RULES } from '@keyholder/domain'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addRole } from '../testing/add-role.ts'
import { addMembers } from '../testing/members.ts'
import { refusalOf } from '../testing/refusal.ts'
import { createWorld, type SignedIn, type Tenant, type World } from '../testing/world.ts'

let world: World
let tenant: Tenant
let holder: SignedIn
beforeAll(async () => {
  world = await createWorld()
  tenant = await world.addTenant('De Linde')
  holder = await world.signIn(tenant.holder)
})
afterAll(() => world.close())

describe('the matrix of roles', () => {
  it('shows the built-in roles, the highest first, with what each may do', async () => {
    const { items } = await holder.api.roles.list()
    expect(items.map(({ builtIn }) => builtIn)).toEqual(['holder', 'administrator', 'editor', 'reader', 'api'])
    for (const role of items) {
      const rule = BUILT_IN_ROLES.find((name) => name === role.builtIn)
      expect(role.permissions).toEqual([...(rule ? ROLE_RULES[rule].permissions : [])].toSorted())
    }
  })

  it('says which ones the caller may give (AZV-03)', async () => {
    await addRole(world, tenant, { name: 'Auditor', rank: 30, permissions: ['audit:read'] })
    const administrator = await world.signIn(await world.addPerson(tenant, 'administrator'))
    const givable = async ({ api }: SignedIn) =>
      (await api.roles.list()).items.filter((role) => role.givable).map(({ name }) => name)
    expect(await givable(holder)).toEqual(['Beheerder', 'Redacteur', 'Auditor', 'Lezer'])
    expect(await givable(administrator)).toEqual(['Beheerder', 'Redacteur', 'Lezer'])
  })

  it('counts the members of this organisation only, up to a thousand (AZV-13)', async () => {
    const [own, other] = [await world.addTenant('De Grote'), await world.addTenant('De Wilg')]
    await addMembers(
      world,
      own,
      Array.from({ length: 1200 }, (_, n) => ({ name: `Lezer ${n}` })),
    )
    await addMembers(world, own, [{ name: 'Redacteur', role: 'editor' }])
    await addMembers(
      world,
      other,
      Array.from({ length: 30 }, (_, n) => ({ name: `Vreemd ${n}`, role: 'editor' })),
    )
    const { items } = await (await world.signIn(own.holder)).api.roles.list()
    expect(Object.fromEntries(items.map(({ builtIn, members }) => [builtIn, members]))).toEqual({
      holder: 1,
      administrator: 0,
      editor: 1,
      reader: 1000,
      api: 0,
    })
  })

  it('is closed to editors and readers', async () => {
    for (const role of ['editor', 'reader'] as const) {
      const caller = await world.signIn(await world.addPerson(tenant, role))
      expect(await refusalOf(caller.api.roles.list())).toBe('session.forbidden')
    }
  })
})
