import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { hours, minutes } from '../platform/clock.fake.ts'
import { refusalOf } from '../testing/refusal.ts'
import { signInAnywhere } from '../testing/second-step.ts'
import { createWorld, type SignedIn, type Tenant, type World } from '../testing/world.ts'

let world: World
let tenant: Tenant
let holder: SignedIn
beforeAll(async () => {
  world = await createWorld()
})
beforeEach(async () => {
  tenant = await world.addTenant('De Linde')
  holder = await signInAnywhere(world, tenant.holder)
})
afterAll(() => world.close())

const limit = async (limits: { idleMinutes?: number; absoluteHours?: number }) => {
  const { allowed, passkeyAlone, idleMinutes, absoluteHours, passwordMin } = await holder.api.policy.read()
  const body = { allowed, passkeyAlone, idleMinutes, absoluteHours, passwordMin, graceEndsAt: null, ...limits }
  await holder.api.policy.change({ body })
}
const fresh = async () => {
  await holder.api.session.stepUp({ body: { code: await world.nextCode(tenant.holder) } })
}
const endsOf = async ({ api }: SignedIn) => {
  const { idleUntil, endsAt } = await api.session.current()
  const from = (moment: string) => Date.parse(moment) - world.clock.now().getTime()
  return { idle: from(idleUntil), end: from(endsAt) }
}

describe('the limits of a session', () => {
  it('are those of the organisation that it is opened in', async () => {
    await limit({ idleMinutes: 45, absoluteHours: 24 })
    const caller = await signInAnywhere(world, await world.addPerson(tenant, 'reader'))
    expect(await endsOf(caller)).toEqual({ idle: minutes(45), end: hours(24) })
  })

  it('that become stricter hold for sessions that are there, counted from when they were opened', async () => {
    const caller = await signInAnywhere(world, await world.addPerson(tenant, 'reader'))
    world.clock.advance(minutes(20))
    await caller.api.session.current()
    await fresh()
    await limit({ idleMinutes: 5, absoluteHours: 2 })
    const { idle, end } = await endsOf(caller)
    expect([idle, Math.ceil(end / minutes(1))]).toEqual([minutes(5), 100])
  })

  it('that become stricter end at once what has lasted longer', async () => {
    const caller = await signInAnywhere(world, await world.addPerson(tenant, 'reader'))
    const idler = await signInAnywhere(world, await world.addPerson(tenant, 'reader'))
    for (let quarter = 0; quarter < 4; quarter++) {
      world.clock.advance(minutes(15))
      await Promise.all([caller, holder, ...(quarter < 3 ? [idler] : [])].map(({ api }) => api.session.current()))
    }
    await fresh()
    await limit({ idleMinutes: 10 })
    expect(await refusalOf(idler.api.session.current())).toBe('session.missing')
    expect(await refusalOf(caller.api.session.current())).toBe('not refused')
    await limit({ absoluteHours: 1 })
    expect(await refusalOf(caller.api.session.current())).toBe('session.missing')
  })

  it('that become wider make no session longer', async () => {
    const caller = await signInAnywhere(world, await world.addPerson(tenant, 'reader'))
    const before = await endsOf(caller)
    await limit({ idleMinutes: 120, absoluteHours: 24 })
    expect(await endsOf(caller)).toEqual(before)
  })

  it('are of one organisation: sessions in another stay as they are (AZH-03)', async () => {
    const other = await world.addTenant('De Wilg')
    const there = await signInAnywhere(world, other.holder)
    const before = await endsOf(there)
    await limit({ idleMinutes: 5, absoluteHours: 1 })
    expect(await endsOf(there)).toEqual(before)
  })
})
