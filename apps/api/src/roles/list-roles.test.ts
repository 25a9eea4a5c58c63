import { BUILT_IN_ROLES, ROLE_RULES } from '@keyholder/domain'
import { describe, expect } from 'vitest'
import { it } from '../testing/it.ts'
import { addMembers } from '../testing/members.ts'
import { refusalOf } from '../testing/refusal.ts'
import type { SignedIn } from '../testing/world.ts'

describe('the matrix of roles', () => {
  it('shows the built-in roles, the highest first, with what each may do', async ({ holder }) => {
    const { items } = await holder.api.roles.list()
    expect(items.map(({ builtIn }) => builtIn)).toEqual(['holder', 'administrator', 'editor', 'reader', 'api'])
    for (const role of items) {
      const rule = BUILT_IN_ROLES.find((name) => name === role.builtIn)
      expect(role.permissions).toEqual([...(rule ? ROLE_RULES[rule].permissions : [])].toSorted())
    }
  })

  it('says which ones the caller may give (AZV-03)', async ({ holder, as, addRole }) => {
    await addRole({ name: 'Auditor', rank: 30, permissions: ['audit:read'] })
    const administrator = await as('administrator')
    const givable = async ({ api }: SignedIn) =>
      (await api.roles.list()).items.filter((role) => role.givable).map(({ name }) => name)
    expect(await givable(holder)).toEqual(['Beheerder', 'Redacteur', 'Auditor', 'Lezer'])
    expect(await givable(administrator)).toEqual(['Beheerder', 'Redacteur', 'Lezer'])
  })

  it('counts the members of this organisation only, up to a thousand (AZV-13)', async ({ world }) => {
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

  it('is closed to editors and readers', async ({ as }) => {
    for (const role of ['editor', 'reader'] as const) {
      const caller = await as(role)
      expect(await refusalOf(caller.api.roles.list())).toBe('session.forbidden')
    }
  })
})
