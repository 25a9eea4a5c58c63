import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { PLATFORM_TENANT } from '../identity/tenants/platform-tenant.ts'
import { newPhone } from '../testing/phones.ts'
import { refusalOf } from '../testing/refusal.ts'
import { signInAnywhere, withPassword } from '../testing/second-step.ts'
import { eventsOf } from '../testing/stored-rows.ts'
import { createWorld, type SignedIn, type Tenant, type World } from '../testing/world.ts'

let world: World
let tenant: Tenant
let operator: SignedIn
beforeAll(async () => {
  world = await createWorld()
  tenant = await world.addTenant('De Linde')
  operator = await world.signIn(await world.addPerson(world.platformTenant, 'operator'))
})
afterEach(() => world.asOwner((tx) => tx.killSwitch.deleteMany({})))
afterAll(() => world.close())

const turn = (on: boolean, caller = operator) => caller.api.operators.switchSms({ body: { on } })
const startLinking = async () => {
  const { caller } = await withPassword(world, await world.addPerson(tenant, 'reader'))
  return refusalOf(caller.api.signIn.startSmsEnrollment({ body: { phone: newPhone() } }))
}
const newestEvent = async () => (await eventsOf(world, PLATFORM_TENANT)).at(-1)

describe('the switch of text messages', () => {
  it('stops them at once for everybody, and lets them go again', async () => {
    expect(await operator.api.operators.sms()).toEqual({ configured: true, off: null })
    await turn(false)
    const at = world.clock.now().toISOString()
    expect(await operator.api.operators.sms()).toEqual({ configured: true, off: { at, reason: 'operator' } })
    expect(await startLinking()).toBe('sms.unavailable')
    expect(await newestEvent()).toMatchObject({ action: 'sms.switched-off', actorId: operator.person.membershipId })
    await turn(true)
    expect(await operator.api.operators.sms()).toEqual({ configured: true, off: null })
    expect(await startLinking()).toBe('not refused')
    expect(await newestEvent()).not.toMatchObject({ action: 'sms.switched-off' })
    const actions = (await eventsOf(world, PLATFORM_TENANT)).map(({ action }) => action)
    expect(actions).toContain('sms.switched-on')
  })

  it('says by which limit they were switched off, also after an operator does so as well', async () => {
    const offAt = world.clock.now()
    await world.asOwner((tx) => tx.killSwitch.createMany({ data: [{ name: 'sms', offAt, reason: 'smsOverall' }] }))
    await turn(false)
    expect((await operator.api.operators.sms()).off).toEqual({ at: offAt.toISOString(), reason: 'smsOverall' })
  })

  it('begins the counts that switched them off anew, and no other', async () => {
    const now = world.clock.now()
    const windowEndsAt = new Date(now.getTime() + 3_600_000)
    const keys = ['smsOverall|all|3600', 'smsOverall|all|86400', 'smsByCountry|NL|86400', 'smsByTenant|x|86400']
    await world.asOwner(async (tx) => {
      await tx.throttleCounter.deleteMany({ where: { key: { startsWith: 'sms' } } })
      await tx.throttleCounter.createMany({
        data: keys.map((key) => ({ key, count: 1_000_000, windowStartedAt: now, windowEndsAt })),
      })
    })
    expect(await startLinking()).toBe('sms.unavailable')
    await turn(true)
    const left = await world.asOwner((tx) => tx.throttleCounter.findMany({ where: { key: { startsWith: 'sms' } } }))
    expect(left.map(({ key }) => key.split('|')[0])).not.toContain('smsOverall')
    expect(left.map(({ key }) => key)).toContain('smsByTenant|x|86400')
    expect(await startLinking()).toBe('not refused')
  })

  it('is for operators with a fresh second step', async () => {
    const holder = await signInAnywhere(world, tenant.holder)
    expect(await refusalOf(turn(false, holder))).toBe('session.forbidden')
    expect(await refusalOf(holder.api.operators.sms())).toBe('session.forbidden')
    world.clock.advance(11 * 60_000)
    expect(await refusalOf(turn(false))).toBe('session.not_fresh')
    expect(await operator.api.operators.sms()).toMatchObject({ off: null })
  })
})

describe('where text messages are not set up', () => {
  it('the operators see that', async () => {
    const other = await createWorld({ settings: { sms: null } })
    const caller = await other.signIn(await other.addPerson(other.platformTenant, 'operator'))
    expect(await caller.api.operators.sms()).toEqual({ configured: false, off: null })
    await other.close()
  })
})
