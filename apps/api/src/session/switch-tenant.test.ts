import type { AuthMethod, FactorKind } from '@keyholder/domain'
import { describe, expect } from 'vitest'
import { hours, minutes } from '../platform/clock.fake.ts'
import { it as base } from '../testing/it.ts'
import { refusalOf } from '../testing/refusal.ts'
import type { SignedIn, Tenant, World } from '../testing/world.ts'

const it = base
  // Somebody who is at home elsewhere and works here too; their session is at home.
  .extend('visit', async ({ world, addExternalMember }) => {
    const { home, caller } = await addExternalMember()
    const { person } = caller
    return { home, guest: await world.signIn(person) }
  })
  .extend('guest', ({ visit }) => visit.guest)
  .extend('home', ({ visit }) => visit.home)

describe('going to another organisation', () => {
  it.for<[AuthMethod, FactorKind[], string]>([
    ['authenticator', ['authenticator'], 'not refused'],
    ['authenticator', ['passkey', 'sms', 'email'], 'session.factor_not_allowed'],
    ['sms', ['authenticator', 'sms'], 'not refused'],
    ['sms', ['authenticator', 'passkey'], 'session.factor_not_allowed'],
    ['email', ['authenticator', 'email'], 'not refused'],
    ['email', ['authenticator', 'passkey', 'sms'], 'session.factor_not_allowed'],
    ['recovery-code', ['passkey'], 'not refused'],
  ])('with %s, where %j is allowed: %s', async ([method, allowed, expected], { world, tenant, guest, home }) => {
    await setPolicy(world, tenant, { allowed })
    await shown(world, guest, method)
    expect(await refusalOf(goTo(guest, tenant))).toBe(expected)
    const session = await guest.api.session.current()
    expect(session.tenant.id).toBe(expected === 'not refused' ? tenant.tenantId : home.tenantId)
    expect(session.secondStep).toEqual({ method, strong: method !== 'email' })
  })

  it('takes what is leaving there until its date', async ({ world, clock, tenant, guest, home }) => {
    await setPolicy(world, tenant, {
      allowed: ['passkey'],
      phasedOut: ['authenticator'],
      graceEndsAt: world.clock.later(minutes(10)),
    })
    expect(await refusalOf(goTo(guest, tenant))).toBe('not refused')
    await goTo(guest, home)
    clock.advance(minutes(10))
    expect(await refusalOf(goTo(guest, tenant))).toBe('session.factor_not_allowed')
  })

  it('that is refused changes nothing: the session goes on where it is, under its id', async ({
    world,
    tenant,
    audit,
    guest,
  }) => {
    await setPolicy(world, tenant, { allowed: ['passkey'] })
    const cookie = guest.cookies.get('keyholder')
    await refusalOf(goTo(guest, tenant))
    expect(guest.cookies.get('keyholder')).toBe(cookie)
    expect(await audit.actions(tenant.tenantId)).not.toContain('session.switched success')
  })
})

describe('the limits of a session that goes to another organisation', () => {
  it('are those of where it goes', async ({ world, clock, tenant, guest }) => {
    await setPolicy(world, tenant, { idleMinutes: 10, absoluteHours: 4 })
    const told = await goTo(guest, tenant)
    const limits = {
      idleUntil: world.clock.later(minutes(10)).toISOString(),
      endsAt: world.clock.later(hours(4)).toISOString(),
    }
    expect(told).toMatchObject(limits)
    expect(await guest.api.session.current()).toMatchObject(limits)
    clock.advance(minutes(10))
    expect(await refusalOf(guest.api.session.current())).toBe('session.missing')
  })

  it('never let it last longer than it would have', async ({ world, tenant, guest, home }) => {
    await setPolicy(world, tenant, { idleMinutes: 120, absoluteHours: 24 })
    const { endsAt } = await guest.api.session.current()
    expect(await goTo(guest, tenant)).toMatchObject({ endsAt, idleUntil: world.clock.later(hours(2)).toISOString() })
    expect(await goTo(guest, home)).toMatchObject({ endsAt, idleUntil: world.clock.later(minutes(30)).toISOString() })
  })

  it('count from the last second step: going back and forth makes it no longer', async ({
    world,
    clock,
    tenant,
    guest,
    home,
  }) => {
    await setPolicy(world, home, { idleMinutes: 120 })
    await setPolicy(world, tenant, { idleMinutes: 120, absoluteHours: 1 })
    const again = await world.signIn(guest.person)
    const end = world.clock.later(hours(1)).toISOString()
    clock.advance(minutes(40))
    expect(await goTo(again, tenant)).toMatchObject({ endsAt: end })
    await goTo(again, home)
    clock.advance(minutes(20))
    expect(await refusalOf(again.api.session.current())).toBe('session.missing')
  })

  it('ask the second step again when it is longer ago than a session may take there', async ({
    world,
    clock,
    tenant,
    guest,
    home,
  }) => {
    await setPolicy(world, home, { idleMinutes: 120 })
    await setPolicy(world, tenant, { absoluteHours: 1 })
    const again = await world.signIn(guest.person)
    clock.advance(hours(1))
    expect(await refusalOf(goTo(again, tenant))).toBe('session.not_fresh')
    await world.stepUp(again)
    expect(await goTo(again, tenant)).toMatchObject({ endsAt: world.clock.later(hours(1)).toISOString() })
  })
})

type Row = {
  allowed?: FactorKind[]
  phasedOut?: FactorKind[]
  graceEndsAt?: Date
  idleMinutes?: number
  absoluteHours?: number
}

const BEGINNING = { passkeyAlone: false, idleMinutes: 30, absoluteHours: 12, passwordMin: 8 }

/** The policy of an organisation, as it is kept. */
const setPolicy = (world: World, { tenantId }: Tenant, { allowed = ['authenticator'], ...row }: Row) =>
  world.asOwner(async (tx) => {
    await tx.policy.deleteMany({ where: { tenantId } })
    await tx.policy.createMany({ data: [{ ...BEGINNING, ...row, allowed, tenantId, changedAt: world.clock.now() }] })
  })

const shown = (world: World, guest: SignedIn, secondFactor: AuthMethod) =>
  world.asOwner((tx) => tx.session.updateMany({ where: { userId: guest.person.userId }, data: { secondFactor } }))

const goTo = ({ api }: SignedIn, { tenantId }: Tenant) => api.session.switchTenant({ body: { tenantId } })
