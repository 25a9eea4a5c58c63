import { describe, expect } from 'vitest'
import { PLATFORM_TENANT } from '../identity/tenants/platform-tenant.ts'
import { it as base, type Given } from '../testing/it.ts'
import { newPhone } from '../testing/phones.ts'
import { refusalOf } from '../testing/refusal.ts'
import { eventsOf } from '../testing/stored-rows.ts'
import { createWorld, type SignedIn, type World } from '../testing/world.ts'

// After a test the text messages are on again.
const it = base.extend('operator', ({ world, operator }, { onCleanup }) => {
  onCleanup(async () => void (await world.asOwner((tx) => tx.killSwitch.deleteMany({}))))
  return operator
})

describe('the switch of text messages', () => {
  it('stops them at once for everybody, and lets them go again', async ({ world, clock, tenant, operator, audit }) => {
    expect(await operator.api.operators.sms()).toEqual({ configured: true, off: null })
    await turn(operator, false)
    const at = clock.now().toISOString()
    expect(await operator.api.operators.sms()).toEqual({ configured: true, off: { at, reason: 'operator' } })
    expect(await startLinking({ world, tenant })).toBe('sms.unavailable')
    expect(await newestEvent(world)).toMatchObject({
      action: 'sms.switched-off',
      actorId: operator.person.membershipId,
    })
    await turn(operator, true)
    expect(await operator.api.operators.sms()).toEqual({ configured: true, off: null })
    expect(await startLinking({ world, tenant })).toBe('not refused')
    expect(await newestEvent(world)).not.toMatchObject({ action: 'sms.switched-off' })
    const actions = (await audit.events(PLATFORM_TENANT)).map(({ action }) => action)
    expect(actions).toContain('sms.switched-on')
  })

  it('says which limit switched them off, also after an operator does the same', async ({ world, clock, operator }) => {
    const offAt = clock.now()
    await world.asOwner((tx) => tx.killSwitch.createMany({ data: [{ name: 'sms', offAt, reason: 'smsOverall' }] }))
    await turn(operator, false)
    expect((await operator.api.operators.sms()).off).toEqual({ at: offAt.toISOString(), reason: 'smsOverall' })
  })

  it('resets the counts that switched them off, and no others', async ({ world, clock, tenant, operator }) => {
    const now = clock.now()
    const windowEndsAt = new Date(now.getTime() + 3_600_000)
    const keys = ['smsOverall|all|3600', 'smsOverall|all|86400', 'smsByCountry|NL|86400', 'smsByTenant|x|86400']
    await world.asOwner(async (tx) => {
      await tx.throttleCounter.deleteMany({ where: { key: { startsWith: 'sms' } } })
      await tx.throttleCounter.createMany({
        data: keys.map((key) => ({ key, count: 1_000_000, windowStartedAt: now, windowEndsAt })),
      })
    })
    expect(await startLinking({ world, tenant })).toBe('sms.unavailable')
    await turn(operator, true)
    const left = await world.asOwner((tx) => tx.throttleCounter.findMany({ where: { key: { startsWith: 'sms' } } }))
    expect(left.map(({ key }) => key.split('|')[0])).not.toContain('smsOverall')
    expect(left.map(({ key }) => key)).toContain('smsByTenant|x|86400')
    expect(await startLinking({ world, tenant })).toBe('not refused')
  })

  it('is for operators with a fresh second step', async ({ clock, holder, operator }) => {
    expect(await refusalOf(turn(operator, false, holder))).toBe('session.forbidden')
    expect(await refusalOf(holder.api.operators.sms())).toBe('session.forbidden')
    clock.advance(11 * 60_000)
    expect(await refusalOf(turn(operator, false))).toBe('session.not_fresh')
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

const turn = (operator: SignedIn, on: boolean, caller = operator) => caller.api.operators.switchSms({ body: { on } })

const startLinking = async ({ world, tenant }: Given<'world' | 'tenant'>) => {
  const { caller } = await world.withPassword(await world.addPerson(tenant, 'reader'))
  return refusalOf(caller.api.signIn.startSmsEnrollment({ body: { phone: newPhone() } }))
}

const newestEvent = async (world: World) => (await eventsOf(world, PLATFORM_TENANT)).at(-1)
