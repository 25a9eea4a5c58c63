import type { EnrollableFactor, FactorKind } from '@keyholder/domain'
import { describe, expect } from 'vitest'
import { addExternalMember } from '../testing/external-members.ts'
import { it } from '../testing/it.ts'
import { linkFactors } from '../testing/linked-factors.ts'
import { addMembers } from '../testing/members.ts'
import { refusalOf } from '../testing/refusal.ts'
import type { SignedIn, Tenant, World } from '../testing/world.ts'

describe('the preview of a policy', () => {
  it('says whom it touches: who has none of these, who has this one only, and who chooses later', async ({
    world,
    tenant,
    holder,
  }) => {
    await addPeople(world, tenant, 4, ['sms'])
    await addPeople(world, tenant, 2, ['passkey', 'sms'])
    await addPeople(world, tenant, 1, ['authenticator', 'passkey', 'sms'])
    await addPeople(world, tenant, 3, [])
    expect(await preview(holder, ['authenticator', 'passkey', 'email'])).toEqual({
      users: 11,
      without: 4,
      onlyBy: [
        { kind: 'authenticator', users: 1 },
        { kind: 'passkey', users: 2 },
        { kind: 'sms', users: 4 },
      ],
      notLinked: 3,
    })
    expect(await preview(holder, ['authenticator'])).toMatchObject({ without: 6, notLinked: 3 })
    expect(await preview(holder, ['email'])).toMatchObject({ without: 8, notLinked: 3 })
  })

  it('counts external members, and no member of another organisation (AZV-13)', async ({ world, tenant, holder }) => {
    await addExternalMember(world, { tenant, holder })
    const other = await world.addTenant('De Els')
    await addPeople(world, other, 2, ['sms'])
    expect(await preview(holder, ['sms'])).toMatchObject({ users: 2, without: 2, notLinked: 0 })
  })

  it('counts active people and what works: nothing half linked or switched off, no API users, no leavers', async ({
    world,
    clock,
    tenant,
    holder,
  }) => {
    await addMembers(world, tenant, [
      { name: 'Genodigd' },
      { name: 'Gestopt', status: 'deactivated' },
      { name: 'Koppeling', status: 'active', kind: 'api', role: 'api' },
    ])
    const [off, pending] = [await world.addPerson(tenant, 'reader'), await world.addPerson(tenant, 'reader')]
    await linkFactors(world, off, ['sms'])
    await linkFactors(world, pending, ['sms'])
    await world.asOwner(async (tx) => {
      await tx.factor.updateMany({ where: { userId: off.userId }, data: { state: 'off' } })
      const expiresAt = clock.now()
      await tx.factor.updateMany({
        where: { userId: pending.userId },
        data: { state: 'pending', linkedAt: null, expiresAt },
      })
    })
    expect(await preview(holder, ['authenticator'])).toMatchObject({ users: 3, without: 0, notLinked: 2 })
  })

  it('changes nothing and is no event', async ({ tenant, holder, audit }) => {
    const before = await holder.api.policy.read()
    const events = (await audit.events(tenant.tenantId)).length
    await preview(holder, ['passkey'])
    expect(await holder.api.policy.read()).toEqual(before)
    expect(await audit.events(tenant.tenantId)).toHaveLength(events)
  })

  it('stays within the package', async ({ world }) => {
    const tenant = await world.addTenant('Praktijk', { package: 'provider' })
    const holder = await world.signIn(tenant.holder)
    expect(await refusalOf(preview(holder, ['authenticator', 'sms']))).toBe('policy.not_in_package')
    expect(await preview(holder, ['authenticator'])).toMatchObject({ users: 1, without: 0 })
  })
})

async function addPeople(
  world: World,
  tenant: Tenant,
  count: number,
  kinds: readonly EnrollableFactor[],
): Promise<void> {
  for (let added = 0; added < count; added++) await linkFactors(world, await world.addPerson(tenant, 'reader'), kinds)
}

const preview = ({ api }: SignedIn, allowed: FactorKind[]) => api.policy.preview({ body: { allowed } })
