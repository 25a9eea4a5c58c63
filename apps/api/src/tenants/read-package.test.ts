import { describe, expect } from 'vitest'
import { days } from '../platform/clock.fake.ts'
import { it } from '../testing/it.ts'
import { addMembers } from '../testing/members.ts'
import { refusalOf } from '../testing/refusal.ts'

describe('the package', () => {
  it('says how full it is and who needs attention, of this organisation only (AZV-13)', async ({ world }) => {
    const [tenant, other] = [await world.addTenant('De Linde'), await world.addTenant('De Wilg')]
    await addMembers(world, tenant, [
      { name: 'Genodigd' },
      { name: 'Zonder', status: 'active', secondStep: 'none' },
      { name: 'Ontkoppeld', status: 'active', secondStep: 'unlinked' },
      { name: 'Lang weg', status: 'active', secondStep: 'linked', lastSignInAt: world.clock.ago(days(91)) },
      { name: 'Net niet', status: 'active', secondStep: 'linked', lastSignInAt: world.clock.ago(days(89)) },
      { name: 'Gestopt', status: 'deactivated', secondStep: 'none', lastSignInAt: world.clock.ago(days(200)) },
      { name: 'Koppeling', status: 'active', kind: 'api', role: 'api' },
    ])
    await addMembers(
      world,
      other,
      Array.from({ length: 20 }, (_, n) => ({ name: `Vreemd ${n}` })),
    )
    const { api } = await world.signIn(tenant.holder)
    expect(await api.tenant.package()).toEqual({
      tenant: { id: tenant.tenantId, name: 'De Linde', package: 'institution' },
      status: 'active',
      holderName: tenant.holder.name,
      seats: 50,
      seatsUsed: 6,
      mayAddUsers: true,
      withoutSecondStep: 1,
      longAbsent: 1,
      openInvitations: 1,
    })
  })

  it.for(['editor', 'reader'] as const)('tells a %s nothing of the users (AZV-12)', async (role, { world }) => {
    const tenant = await world.addTenant(`Met ${role}`)
    await addMembers(world, tenant, [{ name: 'Genodigd' }])
    const { api } = await world.signIn(await world.addPerson(tenant, role))
    expect(await api.tenant.package()).toMatchObject({
      seatsUsed: 3,
      withoutSecondStep: null,
      longAbsent: null,
      openInvitations: null,
    })
  })

  it.for(['entry', 'provider'] as const)('of kind %s has no room for others', async (kind, { world }) => {
    const tenant = await world.addTenant(`Klein ${kind}`, { package: kind })
    const { api } = await world.signIn(tenant.holder)
    expect(await api.tenant.package()).toMatchObject({
      seats: 1,
      seatsUsed: 1,
      mayAddUsers: false,
      tenant: { package: kind },
    })
  })

  it('counts attention up to a thousand', async ({ world }) => {
    const tenant = await world.addTenant('De Grote', { seats: 5000 })
    await addMembers(
      world,
      tenant,
      Array.from({ length: 1100 }, (_, n) => ({ name: `Gast ${n}` })),
    )
    const { api } = await world.signIn(tenant.holder)
    expect(await api.tenant.package()).toMatchObject({ seatsUsed: 1101, openInvitations: 1000 })
  })

  it('is none of an operator, who is in no organisation', async ({ world }) => {
    const operator = await world.signIn(await world.addPerson(world.platformTenant, 'operator'))
    expect(await refusalOf(operator.api.tenant.package())).toBe('session.forbidden')
  })
})
