import { randomUUID } from 'node:crypto'
import type { FactorKind } from '@keyholder/domain'
import { describe, expect } from 'vitest'
import { MEMBERS_AT_ONCE } from '../identity/policies/notify-members.ts'
import { days, hours } from '../platform/clock.fake.ts'
import { it as base, type Given } from '../testing/it.ts'
import { linkFactors } from '../testing/linked-factors.ts'
import { addMembers } from '../testing/members.ts'
import { eventsOf, mailsTo } from '../testing/stored-rows.ts'
import type { World } from '../testing/world.ts'
import { remindMembers } from './remind-members.ts'
import { startMaintenance } from './start-maintenance.ts'

const it = base
  .extend('tenant', async ({ world }) => {
    // What an earlier test left to be told is not this one's.
    await world.asOwner((tx) => tx.policy.deleteMany({}))
    return world.addTenant('De Linde', { seats: 5000 })
  })
  // Somebody who has nothing but a number: they are there in every test.
  .extend('texter', { auto: true }, async ({ world, addPerson }) => {
    const texter = await addPerson('reader')
    await linkFactors(world, texter, ['sms'])
    return texter
  })

describe('a member who has to set up another method', () => {
  it('is reminded a week and a day before, once each, and told what to do', async ({
    world,
    clock,
    tenant,
    inbox,
    texter,
  }) => {
    const graceEndsAt = await takeAway({ world, tenant }, days(30))
    const during: [number, number][] = [
      [days(23) - 1, 0],
      [1, 1],
      [hours(1), 0],
      [days(6) - hours(1) - 1, 0],
      [1, 1],
      [hours(23), 0],
      [hours(1), 0],
    ]
    for (const [passes, mails] of during) {
      clock.advance(passes)
      expect([await remind(world), await remind(world)]).toEqual([mails, 0])
    }
    expect(await newsTo(world, texter.membershipId)).toEqual(['policy-changed', 'policy-reminder', 'policy-reminder'])
    expect((await inbox.all(texter.membershipId)).at(-1)).toEqual({
      template: 'policy-reminder',
      data: { tenantName: 'De Linde', allowed: 'authenticator', phasedOut: 'passkey,sms,email', at: graceEndsAt },
    })
  })

  it('is in the log by their number, with the reminder', async ({ world, clock, tenant, addPerson }) => {
    const graceEndsAt = await takeAway({ world, tenant }, days(8))
    await linkFactors(world, await addPerson('reader'), ['passkey'])
    clock.advance(days(2))
    await remind(world)
    expect(await reminders({ world, tenant })).toMatchObject([
      { actorId: null, outcome: 'success', after: { users: '2', graceEndsAt } },
    ])
  })

  it('hears nothing more once they have set up something that stays, and is no event', async ({
    world,
    clock,
    tenant,
    texter,
  }) => {
    await takeAway({ world, tenant }, days(8))
    await linkFactors(world, texter, ['authenticator'])
    clock.advance(days(2))
    expect(await remind(world)).toBe(0)
    expect(await newsTo(world, texter.membershipId)).toEqual(['policy-changed'])
    expect(await reminders({ world, tenant })).toEqual([])
  })

  it('is still reminded of what they began to set up and never finished', async ({ world, clock, tenant, texter }) => {
    await takeAway({ world, tenant }, days(8))
    await linkFactors(world, texter, ['authenticator'])
    const pending = { state: 'pending', linkedAt: null, expiresAt: clock.now() }
    const { userId } = texter
    await world.asOwner((tx) => tx.factor.updateMany({ where: { userId, kind: 'authenticator' }, data: pending }))
    clock.advance(days(2))
    expect(await remind(world)).toBe(1)
  })

  it('hears nothing once they have left, or the package has ended', async ({ world, clock, tenant, addPerson }) => {
    const leaver = await addPerson('reader')
    await linkFactors(world, leaver, ['sms'])
    await takeAway({ world, tenant }, days(8))
    clock.advance(days(2))
    await world.asOwner(async (tx) => {
      await tx.membership.updateMany({ where: { id: leaver.membershipId }, data: { status: 'deactivated' } })
    })
    expect(await remind(world)).toBe(1)
    await world.asOwner((tx) =>
      tx.package.updateMany({ where: { tenantId: tenant.tenantId }, data: { status: 'ended' } }),
    )
    clock.advance(days(5))
    expect(await remind(world)).toBe(0)
  })

  it('is reminded once of what was missed, and not at once after a short grace began', async ({
    world,
    clock,
    tenant,
  }) => {
    await takeAway({ world, tenant }, days(7))
    expect(await remind(world)).toBe(0)
    clock.advance(days(7) - hours(1))
    expect([await remind(world), await remind(world)]).toEqual([1, 0])
    await takeAway({ world, tenant }, days(30), ['authenticator', 'passkey'])
    clock.advance(days(29.5))
    expect([await remind(world), await remind(world)]).toEqual([1, 0])
  })

  it('is not reminded of a grace that was taken back', async ({ world, clock, tenant }) => {
    await takeAway({ world, tenant }, days(8))
    await takeAway({ world, tenant }, days(8), ['authenticator', 'passkey', 'sms', 'email'])
    clock.advance(days(7.5))
    expect(await remind(world)).toBe(0)
  })
})

describe('many who have to', () => {
  it('are notified in pages, each of them once: those whom the change did not reach too', async ({ world, tenant }) => {
    const ids = await addTexters({ world, tenant }, MEMBERS_AT_ONCE * 2)
    await takeAway({ world, tenant }, days(30))
    const told = () =>
      world.asOwner((tx) => tx.message.count({ where: { membershipId: { in: ids }, template: 'policy-changed' } }))
    expect(await told()).toBeLessThanOrEqual(MEMBERS_AT_ONCE)
    expect(await remind(world)).toBe(MEMBERS_AT_ONCE + 2)
    expect(await remind(world)).toBe(0)
    const each = await world.asOwner((tx) =>
      tx.message.groupBy({
        by: ['membershipId'],
        where: { template: 'policy-changed', tenantId: tenant.tenantId },
        _count: true,
      }),
    )
    expect(each).toHaveLength(ids.length + 1)
    expect(new Set(each.map(({ _count }) => _count))).toEqual(new Set([1]))
  })

  it('are found behind any number of others who do not', async ({ world, tenant, addPerson, texter }) => {
    await addMembers(
      world,
      tenant,
      Array.from({ length: MEMBERS_AT_ONCE + 100 }, (_, n) => ({ name: `Lezer ${n}`, status: 'active' as const })),
    )
    const last = await addPerson('reader')
    await linkFactors(world, last, ['sms'])
    await takeAway({ world, tenant }, days(30))
    expect(await newsTo(world, last.membershipId)).toEqual([])
    await remind(world)
    expect(await newsTo(world, last.membershipId)).toEqual(['policy-changed'])
    expect(await newsTo(world, texter.membershipId)).toEqual(['policy-changed'])
  })

  it('are reminded once by any number of processes at once (FLT-13)', async ({ world, clock, tenant }) => {
    await addTexters({ world, tenant }, MEMBERS_AT_ONCE + 200)
    await takeAway({ world, tenant }, days(30))
    await remind(world)
    clock.advance(days(24))
    const mails = await Promise.all([remind(world), remind(world), remind(world)])
    expect(mails.reduce((sum, each) => sum + each)).toBe(MEMBERS_AT_ONCE + 201)
    expect((await reminders({ world, tenant })).map(({ after }) => after)).toMatchObject([
      { users: String(MEMBERS_AT_ONCE - 1) },
      { users: '202' },
    ])
  })

  it('go on where a process broke off', async ({ world, clock, tenant }) => {
    await addTexters({ world, tenant }, MEMBERS_AT_ONCE + 200)
    await takeAway({ world, tenant }, days(30))
    await remind(world)
    clock.advance(days(24))
    const { worker } = world.platform.database
    let pages = 0
    const breaking: typeof worker = {
      ...worker,
      write: (work) =>
        worker.write(async (tx) => {
          const result = await work(tx)
          pages += 1
          if (pages === 2) throw new Error('killed')
          return result
        }),
    }
    const database = { ...world.platform.database, worker: breaking }
    await expect(remindMembers({ ...world.platform, database })).rejects.toThrow('killed')
    expect(await remind(world)).toBe(202)
  })

  it('wait for the next start when the process stops', async ({ world, clock, tenant }) => {
    await takeAway({ world, tenant }, days(8))
    clock.advance(days(2))
    expect(await remindMembers(world.platform, AbortSignal.abort())).toBe(0)
    expect(await remind(world)).toBe(1)
  })

  it('of one organisation do not wait for a policy change in another', async ({ world, clock, tenant }) => {
    await takeAway({ world, tenant }, days(8))
    const other = await world.addTenant('De Wilg')
    const row = {
      passkeyAlone: false,
      idleMinutes: 30,
      absoluteHours: 12,
      passwordMin: 8,
      changedAt: clock.now(),
    }
    clock.advance(days(2))
    const graceEndsAt = clock.later(days(5))
    await world.asOwner((tx) =>
      tx.policy.createMany({
        data: [{ ...row, tenantId: other.tenantId, allowed: ['passkey'], phasedOut: ['sms'], graceEndsAt }],
      }),
    )
    await world.asOwner(async (tx) => {
      await tx.$queryRaw`SELECT FROM policies WHERE tenant_id = ${other.tenantId}::uuid FOR UPDATE`
      expect(await remind(world)).toBe(1)
    })
  })
})

describe('maintenance', () => {
  it('reminds', async ({ world, clock, tenant, texter }) => {
    await takeAway({ world, tenant }, days(8))
    clock.advance(days(2))
    const { worker } = world.platform.database
    const told = Promise.withResolvers<void>()
    const watched: typeof worker = {
      ...worker,
      write: async (work) => {
        const result = await worker.write(work)
        if ((await reminders({ world, tenant })).length > 0) told.resolve()
        return result
      },
    }
    const quiet = { info: () => {}, warn: () => {}, error: () => {} }
    const platform = { ...world.platform, database: { ...world.platform.database, worker: watched } }
    const maintenance = startMaintenance({
      platform,
      log: quiet,
      also: [(stopping) => remindMembers(platform, stopping)],
    })
    await told.promise
    await maintenance.stop()
    expect(await newsTo(world, texter.membershipId)).toContain('policy-reminder')
  })
})

describe('the worker', () => {
  it('learns who has to be told in the organisation that it names, and nothing of what they have', async ({
    world,
  }) => {
    const { worker } = world.platform.database
    const ask = () =>
      worker.read(
        (tx) => tx.$queryRaw`SELECT members FROM members_left_without_factor('{authenticator}', '{sms}', NULL, 10)`,
      )
    expect(await ask()).toEqual([{ members: [] }])
    await expect(worker.read((tx) => tx.$queryRaw`SELECT count_members_by_factors()`)).rejects.toThrow(
      /permission denied/,
    )
    const change = worker.write(
      (tx) => tx.$executeRaw`UPDATE policies SET allowed = '{sms}' WHERE tenant_id = ${randomUUID()}::uuid`,
    )
    await expect(change).rejects.toThrow(/permission denied/)
  })
})

/** Allows the authenticator only, with a grace of so long. */
async function takeAway(
  { world, tenant }: Given<'world' | 'tenant'>,
  grace: number,
  allowed: FactorKind[] = ['authenticator'],
): Promise<string> {
  const { api } = await world.signIn(tenant.holder)
  const graceEndsAt = world.clock.later(grace).toISOString()
  const limits = { passkeyAlone: false, idleMinutes: 30, absoluteHours: 12, passwordMin: 8 }
  await api.policy.change({ body: { ...limits, allowed, graceEndsAt } })
  return graceEndsAt
}

const newsTo = async (world: World, membershipId: string) =>
  (await mailsTo(world, membershipId)).map(({ template }) => template).filter((name) => name.startsWith('policy'))

const reminders = async ({ world, tenant }: Given<'world' | 'tenant'>) =>
  (await eventsOf(world, tenant.tenantId)).filter(({ action }) => action === 'policy.reminded')

const remind = (world: World) => remindMembers(world.platform)

/** So many more who have nothing but a number. */
async function addTexters({ world, tenant }: Given<'world' | 'tenant'>, count: number): Promise<string[]> {
  const ids = await addMembers(
    world,
    tenant,
    Array.from({ length: count }, (_, n) => ({ name: `Lezer ${n}`, status: 'active' as const })),
  )
  await world.asOwner(
    (tx) => tx.$executeRaw`
      INSERT INTO factors (tenant_id, id, user_id, kind, name, state, secret_sealed, phone_hash, ending, begun_by, created_at, linked_at)
      SELECT m.tenant_id, gen_random_uuid(), m.user_id, 'sms', 'Nummer', 'linked', 'sealed', m.id, '37', m.id, m.created_at, m.created_at
      FROM memberships m WHERE m.id = ANY (${ids}::uuid[])`,
  )
  return ids
}
