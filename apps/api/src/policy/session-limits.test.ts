import { describe, expect } from 'vitest'
import { hours, minutes } from '../platform/clock.fake.ts'
import { type Given, it } from '../testing/it.ts'
import { refusalOf } from '../testing/refusal.ts'
import type { SignedIn, World } from '../testing/world.ts'

describe('the limits of a session', () => {
  it('are those of the organisation that it is opened in', async ({ world, holder, as }) => {
    await limit(holder, { idleMinutes: 45, absoluteHours: 24 })
    const caller = await as('reader')
    expect(await endsOf(world, caller)).toEqual({ idle: minutes(45), end: hours(24) })
  })

  it('that become stricter hold for sessions that are there, counted from when they were opened', async ({
    world,
    clock,
    tenant,
    holder,
    as,
  }) => {
    const caller = await as('reader')
    clock.advance(minutes(20))
    await caller.api.session.current()
    await fresh({ world, tenant, holder })
    await limit(holder, { idleMinutes: 5, absoluteHours: 2 })
    const { idle, end } = await endsOf(world, caller)
    expect([idle, Math.ceil(end / minutes(1))]).toEqual([minutes(5), 100])
  })

  it('that become stricter end at once what has lasted longer', async ({ world, clock, tenant, holder, as }) => {
    const caller = await as('reader')
    const idler = await as('reader')
    for (let quarter = 0; quarter < 4; quarter++) {
      clock.advance(minutes(15))
      await Promise.all([caller, holder, ...(quarter < 3 ? [idler] : [])].map(({ api }) => api.session.current()))
    }
    await fresh({ world, tenant, holder })
    await limit(holder, { idleMinutes: 10 })
    expect(await refusalOf(idler.api.session.current())).toBe('session.missing')
    expect(await refusalOf(caller.api.session.current())).toBe('not refused')
    await limit(holder, { absoluteHours: 1 })
    expect(await refusalOf(caller.api.session.current())).toBe('session.missing')
  })

  it('that become wider make no session longer', async ({ world, holder, as }) => {
    const caller = await as('reader')
    const before = await endsOf(world, caller)
    await limit(holder, { idleMinutes: 120, absoluteHours: 24 })
    expect(await endsOf(world, caller)).toEqual(before)
  })

  it('are of one organisation: sessions in another stay as they are (AZH-03)', async ({ world, holder }) => {
    const other = await world.addTenant('De Wilg')
    const there = await world.signIn(other.holder)
    const before = await endsOf(world, there)
    await limit(holder, { idleMinutes: 5, absoluteHours: 1 })
    expect(await endsOf(world, there)).toEqual(before)
  })
})

const limit = async (holder: SignedIn, limits: { idleMinutes?: number; absoluteHours?: number }) => {
  const { allowed, passkeyAlone, idleMinutes, absoluteHours, passwordMin } = await holder.api.policy.read()
  const body = { allowed, passkeyAlone, idleMinutes, absoluteHours, passwordMin, graceEndsAt: null, ...limits }
  await holder.api.policy.change({ body })
}

const fresh = async ({ world, tenant, holder }: Given<'world' | 'tenant' | 'holder'>) => {
  await holder.api.session.stepUp({ body: { code: await world.nextCode(tenant.holder) } })
}

const endsOf = async (world: World, { api }: SignedIn) => {
  const { idleUntil, endsAt } = await api.session.current()
  const from = (moment: string) => Date.parse(moment) - world.clock.now().getTime()
  return { idle: from(idleUntil), end: from(endsAt) }
}
