import { randomUUID } from 'node:crypto'
import { describe, expect } from 'vitest'
import { days, minutes } from '../platform/clock.fake.ts'
import { it as base, type Given } from '../testing/it.ts'
import type { World } from '../testing/world.ts'
import { startMaintenance } from './start-maintenance.ts'
import { sweep } from './sweep.ts'

// Nothing is kept of an earlier test.
const it = base.extend('tenant', async ({ world, tenant }) => {
  await world.asOwner(async (tx) => {
    await tx.signInAttempt.deleteMany({})
    await tx.session.deleteMany({})
    await tx.throttleCounter.deleteMany({})
    await tx.factor.deleteMany({})
    await tx.link.deleteMany({})
    await tx.message.deleteMany({})
    await tx.oneTimeCode.deleteMany({})
    await tx.passkeyChallenge.deleteMany({})
    await tx.supportCode.deleteMany({})
    await tx.knownDevice.deleteMany({})
  })
  return tenant
})

describe('sweeping', () => {
  it('clears away attempts, sessions and counters that expired, and no others', async ({ world, tenant }) => {
    await keep({ world, tenant }, 0)
    await keep({ world, tenant }, 1)
    expect(await sweep(world.platform)).toBe(3)
    expect(await left(world)).toEqual({ attempts: 1, sessions: 1, counters: 1, links: 2, messages: 2 })
  })

  it('keeps a link until 30 days after it expired, and the record of a message for 90 days', async ({
    world,
    tenant,
  }) => {
    await keep({ world, tenant }, -days(30) + 1)
    await keep({ world, tenant }, -days(30))
    await keep({ world, tenant }, -days(90) + 1)
    await keep({ world, tenant }, -days(90))
    await sweep(world.platform)
    expect(await left(world)).toEqual({ attempts: 0, sessions: 0, counters: 0, links: 1, messages: 3 })
  })

  it('clears away challenges and support codes that expired, and codes that were sent a day later', async ({
    world,
    clock,
    tenant,
  }) => {
    await keepSecondStep({ world, tenant }, 1)
    await sweep(world.platform)
    expect(await leftOfSecondStep(world)).toEqual({ codes: 1, challenges: 1, supportCodes: 1, devices: 1 })
    clock.advance(1)
    await sweep(world.platform)
    expect(await leftOfSecondStep(world)).toEqual({ codes: 1, challenges: 0, supportCodes: 0, devices: 1 })
    clock.advance(days(1) - 1)
    await sweep(world.platform)
    expect((await leftOfSecondStep(world)).codes).toBe(1)
    clock.advance(1)
    await sweep(world.platform)
    expect((await leftOfSecondStep(world)).codes).toBe(0)
  })

  it('forgets a device that was not seen for 400 days', async ({ world, tenant }) => {
    await keepSecondStep({ world, tenant }, -days(400) + 1)
    await keepSecondStep({ world, tenant }, -days(400))
    await sweep(world.platform)
    expect((await leftOfSecondStep(world)).devices).toBe(1)
  })

  it('never clears away a message that still waits', async ({ world, tenant }) => {
    await keep({ world, tenant }, -days(1000))
    await world.asOwner((tx) => tx.message.updateMany({ data: { state: 'waiting', payloadSealed: 'sealed' } }))
    await sweep(world.platform)
    expect((await left(world)).messages).toBe(1)
  })

  it('clears away a linking that was not finished in time, and leaves linked authenticators alone', async ({
    world,
    clock,
    tenant,
  }) => {
    await linkAuthenticator({ world, tenant }, 'linked', null)
    await linkAuthenticator({ world, tenant }, 'pending', world.clock.later(1))
    expect(await sweep(world.platform)).toBe(0)
    clock.advance(1)
    expect(await sweep(world.platform)).toBe(1)
    expect(await world.asOwner((tx) => tx.factor.findMany({ select: { state: true } }))).toEqual([{ state: 'linked' }])
  })

  it('goes on until all is gone, however much there is', async ({ world }) => {
    await world.asOwner(
      (tx) => tx.$executeRaw`
        INSERT INTO throttle_counters (key, count, window_started_at, window_ends_at)
        SELECT n::text, 1, ${world.clock.later(-days(1))}::timestamptz, ${world.clock.later(-days(1))}::timestamptz + n * interval '1 millisecond'
        FROM generate_series(1, 3500) n`,
    )
    expect(await sweep(world.platform)).toBe(3500)
  })

  it('is done by one process at a time: who finds another at it, leaves it to that one', async ({ world, tenant }) => {
    await keep({ world, tenant }, -minutes(1))
    await world.asOwner(async (tx) => {
      await tx.$queryRaw`SELECT pg_advisory_xact_lock(7210002)::text`
      expect(await sweep(world.platform)).toBe(0)
    })
    const swept = await Promise.all([sweep(world.platform), sweep(world.platform), sweep(world.platform)])
    expect(swept.reduce((sum, rows) => sum + rows)).toBe(3)
  })

  it('stops between two batches when the process does', async ({ world, tenant }) => {
    await keep({ world, tenant }, -minutes(1))
    expect(await sweep(world.platform, AbortSignal.abort())).toBe(0)
  })
})

describe('the worker', () => {
  it('cannot delete a linked authenticator, even if it asks for all of them', async ({ world, tenant }) => {
    await linkAuthenticator({ world, tenant }, 'linked', null)
    await linkAuthenticator({ world, tenant }, 'pending', world.clock.later(minutes(15)))
    const gone = await world.platform.database.worker.write((tx) => tx.$executeRaw`DELETE FROM factors`)
    expect(gone).toBe(1)
    expect(await world.asOwner((tx) => tx.factor.findMany({ select: { state: true } }))).toEqual([{ state: 'linked' }])
  })

  it('cannot read a secret of an authenticator, nor the hash of a link', async ({ world }) => {
    const ask = world.platform.database.worker.read((tx) => tx.$queryRaw`SELECT secret_sealed FROM factors`)
    await expect(ask).rejects.toThrow(/permission denied/)
    const askLink = world.platform.database.worker.read((tx) => tx.$queryRaw`SELECT token_hash FROM links`)
    await expect(askLink).rejects.toThrow(/permission denied/)
  })
})

describe('maintenance', () => {
  it('sweeps when it starts, and stops on request', async ({ world, tenant }) => {
    await keep({ world, tenant }, -minutes(1))
    const swept = Promise.withResolvers<void>()
    const { worker } = world.platform.database
    const watched: typeof worker = {
      ...worker,
      write: async (work) => {
        const result = await worker.write(work)
        if ((await left(world)).counters === 0) swept.resolve()
        return result
      },
    }
    const platform = { ...world.platform, database: { ...world.platform.database, worker: watched } }
    const maintenance = startMaintenance({ platform, log: quiet, also: [] })
    await swept.promise
    await maintenance.stop()
    expect(await left(world)).toMatchObject({ attempts: 0, counters: 0 })
  })
})

const quiet = { info: () => {}, warn: () => {}, error: () => {} }
const tokenHash = () => new Uint8Array(Buffer.from(randomUUID()))

/** A row of each kind whose time comes so much later than now; before now, for a negative number. */
async function keep({ world, tenant }: Given<'world' | 'tenant'>, milliseconds: number): Promise<void> {
  const { tenantId, userId, membershipId } = tenant.holder
  const now = world.clock.now()
  const own = { tenantId, id: randomUUID() }
  const expiresAt = world.clock.later(milliseconds)
  const attempt = { id: own.id, homeTenantId: tenantId, userId, membershipId, step: 'factor', tokenHash: tokenHash() }
  const session = { ...own, membershipId, homeTenantId: tenantId, userId, tokenHash: tokenHash(), idleSeconds: 1800 }
  const shown = { secondFactor: 'authenticator', secondFactorAt: now, userAgent: '', ip: '' }
  const link = { ...own, membershipId, purpose: 'invitation', email: 'a@b.nl', tokenHash: tokenHash(), usedAt: now }
  const message = { ...own, membershipId, template: 'deactivated', state: 'sent' }
  await world.asOwner(async (tx) => {
    await tx.signInAttempt.createMany({ data: [{ ...attempt, createdAt: now, expiresAt }] })
    await tx.session.createMany({ data: [{ ...session, ...shown, openedAt: now, lastUsedAt: now, endsAt: expiresAt }] })
    await tx.throttleCounter.createMany({
      data: [{ key: own.id, count: 1, windowStartedAt: now, windowEndsAt: expiresAt }],
    })
    await tx.link.createMany({ data: [{ ...link, createdAt: now, expiresAt }] })
    await tx.message.createMany({ data: [{ ...message, createdAt: now, nextTryAt: expiresAt }] })
  })
}

async function linkAuthenticator(
  { world, tenant }: Given<'world' | 'tenant'>,
  state: 'pending' | 'linked',
  expiresAt: Date | null,
): Promise<void> {
  const { tenantId, userId } = tenant.holder
  const now = world.clock.now()
  const linked = state === 'linked' ? { linkedAt: now, lastStep: 1 } : {}
  const factor = {
    homeTenantId: tenantId,
    id: randomUUID(),
    userId,
    kind: 'authenticator',
    name: 'Telefoon',
    begunBy: randomUUID(),
  }
  await world.asOwner((tx) =>
    tx.factor.createMany({
      data: [{ ...factor, ...linked, state, secretSealed: 'sealed', createdAt: now, expiresAt }],
    }),
  )
}

/** Things of the second step, each of which expires so much later than now; and a device that was seen last by then. */
async function keepSecondStep({ world, tenant }: Given<'world' | 'tenant'>, milliseconds: number): Promise<void> {
  const { tenantId, userId, membershipId } = tenant.holder
  const [createdAt, expiresAt] = [world.clock.now(), world.clock.later(milliseconds)]
  const own = { homeTenantId: tenantId, id: randomUUID() }
  const code = {
    ...own,
    userId,
    boundTo: own.id,
    purpose: 'sign-in',
    method: 'email',
    codeHash: 'hash',
    messageId: own.id,
  }
  const challenge = { challengeHash: tokenHash(), purpose: 'alone', createdAt, expiresAt }
  const support = { tenantId, code: own.id, membershipId, reason: 'none', details: {}, madeAt: createdAt, expiresAt }
  const seen = { userAgent: '', ip: '', firstAt: expiresAt, lastAt: expiresAt }
  await world.asOwner(async (tx) => {
    await tx.supportCode.deleteMany({})
    await tx.oneTimeCode.createMany({ data: [{ ...code, createdAt, expiresAt }] })
    await tx.passkeyChallenge.createMany({ data: [challenge] })
    await tx.supportCode.createMany({ data: [support] })
    await tx.knownDevice.createMany({ data: [{ ...own, userId, tokenHash: tokenHash(), ...seen }] })
  })
}

const leftOfSecondStep = (world: World) =>
  world.asOwner(async (tx) => ({
    codes: await tx.oneTimeCode.count(),
    challenges: await tx.passkeyChallenge.count(),
    supportCodes: await tx.supportCode.count(),
    devices: await tx.knownDevice.count(),
  }))

const left = (world: World) =>
  world.asOwner(async (tx) => ({
    attempts: await tx.signInAttempt.count(),
    sessions: await tx.session.count(),
    counters: await tx.throttleCounter.count(),
    links: await tx.link.count(),
    messages: await tx.message.count(),
  }))
