import type { AuthMethod, FactorKind } from '@keyholder/domain'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { hours, minutes } from '../platform/clock.fake.ts'
import { addExternalMember } from '../testing/external-members.ts'
import { refusalOf } from '../testing/refusal.ts'
import { signInAnywhere } from '../testing/second-step.ts'
import { actionsOf } from '../testing/stored-rows.ts'
import { createWorld, type SignedIn, type Tenant, type World } from '../testing/world.ts'

let world: World
let there: Tenant
let home: Tenant
let caller: SignedIn
beforeAll(async () => {
  world = await createWorld()
})
beforeEach(async () => {
  there = await world.addTenant('De Wilg')
  const guest = await addExternalMember(world, { tenant: there, holder: await signInAnywhere(world, there.holder) })
  home = guest.home
  caller = await signInAnywhere(world, guest.caller.person)
})
afterAll(() => world.close())

type Row = {
  allowed?: FactorKind[]
  phasedOut?: FactorKind[]
  graceEndsAt?: Date
  idleMinutes?: number
  absoluteHours?: number
}
const BEGINNING = { passkeyAlone: false, idleMinutes: 30, absoluteHours: 12, passwordMin: 8 }

/** The policy of an organisation, as it is kept. */
const setPolicy = ({ tenantId }: Tenant, { allowed = ['authenticator'], ...row }: Row) =>
  world.asOwner(async (tx) => {
    await tx.policy.deleteMany({ where: { tenantId } })
    await tx.policy.createMany({ data: [{ ...BEGINNING, ...row, allowed, tenantId, changedAt: world.clock.now() }] })
  })
const shown = (secondFactor: AuthMethod) =>
  world.asOwner((tx) => tx.session.updateMany({ where: { userId: caller.person.userId }, data: { secondFactor } }))
const goTo = ({ tenantId }: Tenant) => caller.api.session.switchTenant({ body: { tenantId } })
const after = (milliseconds: number) => new Date(world.clock.now().getTime() + milliseconds)

describe('going to another organisation', () => {
  it.each<[AuthMethod, FactorKind[], string]>([
    ['authenticator', ['authenticator'], 'not refused'],
    ['authenticator', ['passkey', 'sms', 'email'], 'session.factor_not_allowed'],
    ['sms', ['authenticator', 'sms'], 'not refused'],
    ['sms', ['authenticator', 'passkey'], 'session.factor_not_allowed'],
    ['email', ['authenticator', 'email'], 'not refused'],
    ['email', ['authenticator', 'passkey', 'sms'], 'session.factor_not_allowed'],
    ['recovery-code', ['passkey'], 'not refused'],
  ])('with %s, where %j is allowed: %s', async (method, allowed, expected) => {
    await setPolicy(there, { allowed })
    await shown(method)
    expect(await refusalOf(goTo(there))).toBe(expected)
    const { tenant, secondStep } = await caller.api.session.current()
    expect(tenant.id).toBe(expected === 'not refused' ? there.tenantId : home.tenantId)
    expect(secondStep).toEqual({ method, strong: method !== 'email' })
  })

  it('takes what is leaving there until its date', async () => {
    await setPolicy(there, { allowed: ['passkey'], phasedOut: ['authenticator'], graceEndsAt: after(minutes(10)) })
    expect(await refusalOf(goTo(there))).toBe('not refused')
    await goTo(home)
    world.clock.advance(minutes(10))
    expect(await refusalOf(goTo(there))).toBe('session.factor_not_allowed')
  })

  it('that is refused changes nothing: the session goes on where it is, under its id', async () => {
    await setPolicy(there, { allowed: ['passkey'] })
    const cookie = caller.cookies.get('keyholder')
    await refusalOf(goTo(there))
    expect(caller.cookies.get('keyholder')).toBe(cookie)
    expect(await actionsOf(world, there.tenantId)).not.toContain('session.switched success')
  })
})

describe('the limits of a session that goes to another organisation', () => {
  it('are those of where it goes', async () => {
    await setPolicy(there, { idleMinutes: 10, absoluteHours: 4 })
    const told = await goTo(there)
    const limits = { idleUntil: after(minutes(10)).toISOString(), endsAt: after(hours(4)).toISOString() }
    expect(told).toMatchObject(limits)
    expect(await caller.api.session.current()).toMatchObject(limits)
    world.clock.advance(minutes(10))
    expect(await refusalOf(caller.api.session.current())).toBe('session.missing')
  })

  it('never let it last longer than it would have', async () => {
    await setPolicy(there, { idleMinutes: 120, absoluteHours: 24 })
    const { endsAt } = await caller.api.session.current()
    expect(await goTo(there)).toMatchObject({ endsAt, idleUntil: after(hours(2)).toISOString() })
    expect(await goTo(home)).toMatchObject({ endsAt, idleUntil: after(minutes(30)).toISOString() })
  })

  it('count from the last second step: going back and forth makes it no longer', async () => {
    await setPolicy(home, { idleMinutes: 120 })
    await setPolicy(there, { idleMinutes: 120, absoluteHours: 1 })
    caller = await signInAnywhere(world, caller.person)
    const end = after(hours(1)).toISOString()
    world.clock.advance(minutes(40))
    expect(await goTo(there)).toMatchObject({ endsAt: end })
    await goTo(home)
    world.clock.advance(minutes(20))
    expect(await refusalOf(caller.api.session.current())).toBe('session.missing')
  })

  it('ask the second step again when it is longer ago than a session may take there', async () => {
    await setPolicy(home, { idleMinutes: 120 })
    await setPolicy(there, { absoluteHours: 1 })
    caller = await signInAnywhere(world, caller.person)
    world.clock.advance(hours(1))
    expect(await refusalOf(goTo(there))).toBe('session.not_fresh')
    await caller.api.session.stepUp({ body: { code: await world.nextCode(caller.person) } })
    expect(await goTo(there)).toMatchObject({ endsAt: after(hours(1)).toISOString() })
  })
})
