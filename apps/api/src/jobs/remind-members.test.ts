import { randomUUID } from 'node:crypto'
import type { FactorKind } from '@keyholder/domain'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { MEMBERS_AT_ONCE } from '../identity/policies/notify-members.ts'
import { days, hours } from '../platform/clock.fake.ts'
import { linkFactors } from '../testing/linked-factors.ts'
import { addMembers } from '../testing/members.ts'
import { signInAnywhere } from '../testing/second-step.ts'
import { eventsOf, mailsTo } from '../testing/stored-rows.ts'
import { createWorld, type Person, type Tenant, type World } from '../testing/world.ts'
import { remindMembers } from './remind-members.ts'
import { startMaintenance } from './start-maintenance.ts'

let world: World
let tenant: Tenant
let texter: Person
beforeAll(async () => {
  world = await createWorld()
})
beforeEach(async () => {
  // What an earlier test left to be told is not this one's.
  await world.asOwner((tx) => tx.policy.deleteMany({}))
  tenant = await world.addTenant('De Linde', { seats: 5000 })
  texter = await world.addPerson(tenant, 'reader')
  await linkFactors(world, texter, ['sms'])
})
afterAll(() => world.close())

/** Allows the authenticator only, with a grace of so long. */
async function takeAway(grace: number, allowed: FactorKind[] = ['authenticator']): Promise<string> {
  const { api } = await signInAnywhere(world, tenant.holder)
  const graceEndsAt = new Date(world.clock.now().getTime() + grace).toISOString()
  const limits = { passkeyAlone: false, idleMinutes: 30, absoluteHours: 12, passwordMin: 8 }
  await api.policy.change({ body: { ...limits, allowed, graceEndsAt } })
  return graceEndsAt
}
const newsTo = async (membershipId: string) =>
  (await mailsTo(world, membershipId)).map(({ template }) => template).filter((name) => name.startsWith('policy'))
const reminders = async () =>
  (await eventsOf(world, tenant.tenantId)).filter(({ action }) => action === 'policy.reminded')
const remind = () => remindMembers(world.platform)

/** So many more who have nothing but a number. */
async function addTexters(count: number): Promise<string[]> {
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

describe('whoever has to set up another way in', () => {
  it('is reminded a week and a day before, once each, and told what to do', async () => {
    const graceEndsAt = await takeAway(days(30))
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
      world.clock.advance(passes)
      expect([await remind(), await remind()]).toEqual([mails, 0])
    }
    expect(await newsTo(texter.membershipId)).toEqual(['policy-changed', 'policy-reminder', 'policy-reminder'])
    expect((await mailsTo(world, texter.membershipId)).at(-1)).toEqual({
      template: 'policy-reminder',
      data: { tenantName: 'De Linde', allowed: 'authenticator', phasedOut: 'passkey,sms,email', at: graceEndsAt },
    })
  })

  it('is in the log by their number, with the reminder', async () => {
    const graceEndsAt = await takeAway(days(8))
    await linkFactors(world, await world.addPerson(tenant, 'reader'), ['passkey'])
    world.clock.advance(days(2))
    await remind()
    expect(await reminders()).toMatchObject([{ actorId: null, outcome: 'success', after: { users: '2', graceEndsAt } }])
  })

  it('hears nothing more once they have set up something that stays, and is no event', async () => {
    await takeAway(days(8))
    await linkFactors(world, texter, ['authenticator'])
    world.clock.advance(days(2))
    expect(await remind()).toBe(0)
    expect(await newsTo(texter.membershipId)).toEqual(['policy-changed'])
    expect(await reminders()).toEqual([])
  })

  it('is still reminded of what they began to set up and never finished', async () => {
    await takeAway(days(8))
    await linkFactors(world, texter, ['authenticator'])
    const pending = { state: 'pending', linkedAt: null, expiresAt: world.clock.now() }
    const { userId } = texter
    await world.asOwner((tx) => tx.factor.updateMany({ where: { userId, kind: 'authenticator' }, data: pending }))
    world.clock.advance(days(2))
    expect(await remind()).toBe(1)
  })

  it('hears nothing once they have left, or the package has ended', async () => {
    const leaver = await world.addPerson(tenant, 'reader')
    await linkFactors(world, leaver, ['sms'])
    await takeAway(days(8))
    world.clock.advance(days(2))
    await world.asOwner(async (tx) => {
      await tx.membership.updateMany({ where: { id: leaver.membershipId }, data: { status: 'deactivated' } })
    })
    expect(await remind()).toBe(1)
    await world.asOwner((tx) =>
      tx.package.updateMany({ where: { tenantId: tenant.tenantId }, data: { status: 'ended' } }),
    )
    world.clock.advance(days(5))
    expect(await remind()).toBe(0)
  })

  it('is reminded once of what was missed, and not at once after a short grace began', async () => {
    await takeAway(days(7))
    expect(await remind()).toBe(0)
    world.clock.advance(days(7) - hours(1))
    expect([await remind(), await remind()]).toEqual([1, 0])
    await takeAway(days(30), ['authenticator', 'passkey'])
    world.clock.advance(days(29.5))
    expect([await remind(), await remind()]).toEqual([1, 0])
  })

  it('is not reminded of a grace that was taken back', async () => {
    await takeAway(days(8))
    await takeAway(days(8), ['authenticator', 'passkey', 'sms', 'email'])
    world.clock.advance(days(7.5))
    expect(await remind()).toBe(0)
  })
})

describe('many who have to', () => {
  it('are told in pages, each of them once: those whom the change did not reach too', async () => {
    const ids = await addTexters(MEMBERS_AT_ONCE * 2)
    await takeAway(days(30))
    const told = () =>
      world.asOwner((tx) => tx.message.count({ where: { membershipId: { in: ids }, template: 'policy-changed' } }))
    expect(await told()).toBeLessThanOrEqual(MEMBERS_AT_ONCE)
    expect(await remind()).toBe(MEMBERS_AT_ONCE + 2)
    expect(await remind()).toBe(0)
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

  it('are found behind any number of others who do not', async () => {
    await addMembers(
      world,
      tenant,
      Array.from({ length: MEMBERS_AT_ONCE + 100 }, (_, n) => ({ name: `Lezer ${n}`, status: 'active' as const })),
    )
    const last = await world.addPerson(tenant, 'reader')
    await linkFactors(world, last, ['sms'])
    await takeAway(days(30))
    expect(await newsTo(last.membershipId)).toEqual([])
    await remind()
    expect(await newsTo(last.membershipId)).toEqual(['policy-changed'])
    expect(await newsTo(texter.membershipId)).toEqual(['policy-changed'])
  })

  it('are reminded once by any number of processes at once (FLT-13)', async () => {
    await addTexters(MEMBERS_AT_ONCE + 200)
    await takeAway(days(30))
    await remind()
    world.clock.advance(days(24))
    const mails = await Promise.all([remind(), remind(), remind()])
    expect(mails.reduce((sum, each) => sum + each)).toBe(MEMBERS_AT_ONCE + 201)
    expect((await reminders()).map(({ after }) => after)).toMatchObject([
      { users: String(MEMBERS_AT_ONCE - 1) },
      { users: '202' },
    ])
  })

  it('go on where a process broke off', async () => {
    await addTexters(MEMBERS_AT_ONCE + 200)
    await takeAway(days(30))
    await remind()
    world.clock.advance(days(24))
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
    expect(await remind()).toBe(202)
  })

  it('wait for the next start when the process stops', async () => {
    await takeAway(days(8))
    world.clock.advance(days(2))
    expect(await remindMembers(world.platform, AbortSignal.abort())).toBe(0)
    expect(await remind()).toBe(1)
  })

  it('of one organisation wait for nobody who changes the policy of another', async () => {
    await takeAway(days(8))
    const other = await world.addTenant('De Wilg')
    const row = {
      passkeyAlone: false,
      idleMinutes: 30,
      absoluteHours: 12,
      passwordMin: 8,
      changedAt: world.clock.now(),
    }
    world.clock.advance(days(2))
    const graceEndsAt = new Date(world.clock.now().getTime() + days(5))
    await world.asOwner((tx) =>
      tx.policy.createMany({
        data: [{ ...row, tenantId: other.tenantId, allowed: ['passkey'], phasedOut: ['sms'], graceEndsAt }],
      }),
    )
    await world.asOwner(async (tx) => {
      await tx.$queryRaw`SELECT FROM policies WHERE tenant_id = ${other.tenantId}::uuid FOR UPDATE`
      expect(await remind()).toBe(1)
    })
  })
})

describe('maintenance', () => {
  it('reminds', async () => {
    await takeAway(days(8))
    world.clock.advance(days(2))
    const { worker } = world.platform.database
    const told = Promise.withResolvers<void>()
    const watched: typeof worker = {
      ...worker,
      write: async (work) => {
        const result = await worker.write(work)
        if ((await reminders()).length > 0) told.resolve()
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
    expect(await newsTo(texter.membershipId)).toContain('policy-reminder')
  })
})

describe('the worker', () => {
  it('learns who has to be told in the organisation that it names, and nothing of what they have', async () => {
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
