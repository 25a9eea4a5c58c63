import type { FactorKind } from '@keyholder/domain'
import { describe, expect } from 'vitest'
import { days, hours } from '../platform/clock.fake.ts'
import { type Given, it } from '../testing/it.ts'
import { linkFactors } from '../testing/linked-factors.ts'
import { countWaiting } from '../testing/queue-at.ts'
import { refusalOf } from '../testing/refusal.ts'
import { eventsOf, mailsTo } from '../testing/stored-rows.ts'
import type { SignedIn, World } from '../testing/world.ts'

describe('the policy', () => {
  it('is what the package begins with, until it is changed', async ({ world, holder }) => {
    const expected = { ...BEGINNING, possible: ALL, phasedOut: null, changedAt: null, mayChange: true }
    expect(await holder.api.policy.read()).toEqual(expected)
    const choice = { passkeyAlone: true, idleMinutes: 15, absoluteHours: 8, passwordMin: 12 }
    const changed = { ...expected, ...choice, changedAt: world.clock.later(0).toISOString() }
    expect(await change(holder, choice)).toEqual(changed)
    expect(await holder.api.policy.read()).toEqual(changed)
  })

  it('is read by an administrator, who cannot change it', async ({ holder, as }) => {
    const administrator = await as('administrator')
    expect(await administrator.api.policy.read()).toMatchObject({ mayChange: false })
    expect(await refusalOf(change(holder, {}, administrator))).toBe('session.forbidden')
  })

  it('is of one organisation (AZH-03)', async ({ world, holder }) => {
    const other = await world.addTenant('De Wilg')
    const there = await world.signIn(other.holder)
    await change(holder, { idleMinutes: 10 })
    expect(await there.api.policy.read()).toMatchObject({ idleMinutes: 30, changedAt: null })
  })
})

describe('a change', () => {
  it('says in the log what became different, and nothing of what stayed', async ({ world, tenant, holder }) => {
    const graceEndsAt = world.clock.later(days(14)).toISOString()
    await change(holder, {
      allowed: ['sms', 'authenticator', 'sms'],
      idleMinutes: 15,
      passkeyAlone: false,
      graceEndsAt,
    })
    await change(holder, {
      allowed: ['authenticator', 'sms', 'passkey'],
      idleMinutes: 15,
      passkeyAlone: true,
      graceEndsAt,
    })
    expect(await changes({ world, tenant })).toMatchObject([
      {
        actorId: tenant.holder.membershipId,
        before: { allowed: 'authenticator, passkey, sms, email', phasedOut: '', graceEndsAt: '', idleMinutes: '30' },
        after: { allowed: 'authenticator, sms', phasedOut: 'passkey, email', graceEndsAt, idleMinutes: '15' },
      },
      {
        before: { allowed: 'authenticator, sms', phasedOut: 'passkey, email', passkeyAlone: 'no' },
        after: { allowed: 'authenticator, passkey, sms', phasedOut: 'email', passkeyAlone: 'yes' },
      },
    ])
    expect((await changes({ world, tenant }))[1]?.after).not.toHaveProperty('idleMinutes')
  })

  it('is refused outside the package, which is written (AZV-02)', async ({ world, tenant, holder }) => {
    tenant = await world.addTenant('Praktijk', { package: 'entry' })
    const small = await world.signIn(tenant.holder)
    expect(await small.api.policy.read()).toMatchObject({ possible: ['authenticator', 'passkey'] })
    expect(await refusalOf(change(holder, { allowed: ['authenticator', 'sms'] }, small))).toBe('policy.not_in_package')
    expect(await changes({ world, tenant })).toMatchObject([{ outcome: 'denied', reason: 'policy.not_in_package' }])
    expect(await small.api.policy.read()).toMatchObject({ changedAt: null })
  })

  it('does not let anyone in by passkey alone where passkeys are not allowed', async ({ holder }) => {
    const answer = await holder.send('PUT', '/api/v1/policy', {
      body: { ...BEGINNING, allowed: ['authenticator'], passkeyAlone: true, graceEndsAt: null },
    })
    expect(answer.json).toMatchObject({
      code: 'request.invalid',
      errors: [{ path: 'passkeyAlone', code: 'needs_passkey' }],
    })
  })

  it.for([
    { idleMinutes: 4 },
    { idleMinutes: 121 },
    { absoluteHours: 0 },
    { absoluteHours: 25 },
    { passwordMin: 7 },
    { passwordMin: 65 },
    { allowed: [] },
    { graceEndsAt: 'morgen' },
  ])('is within its limits: not %j (INP-10)', async (wrong, { holder }) => {
    expect(await refusalOf(change(holder, wrong))).toBe('request.invalid')
  })

  it('is not made by a session of the weak second step (ENR-24)', async ({ world, tenant, holder }) => {
    const { userId } = tenant.holder
    await world.asOwner((tx) => tx.session.updateMany({ where: { userId }, data: { secondFactor: 'email' } }))
    expect(await refusalOf(change(holder, {}))).toBe('session.weak')
  })

  it('comes one after another, of many at once: the log goes from each to the next', async ({
    world,
    tenant,
    holder,
  }) => {
    const minutes = [5, 10, 15, 20, 25, 35, 40, 45]
    await Promise.all(minutes.map((idleMinutes) => change(holder, { idleMinutes })))
    const events = (await changes({ world, tenant })).map(({ before, after }) => [before, after])
    expect(events).toHaveLength(minutes.length)
    const from = new Map(events.map(([before, after]) => [JSON.stringify(before), after]))
    let at = JSON.stringify({ idleMinutes: '30' })
    for (const _ of minutes) at = JSON.stringify(from.get(at))
    const { idleMinutes } = await holder.api.policy.read()
    expect(at).toBe(JSON.stringify({ idleMinutes: String(idleMinutes) }))
  })
})

describe('the package holder', () => {
  it('keeps a way in: what they do not have cannot be all that is allowed, with a grace neither', async ({
    world,
    tenant,
    holder,
  }) => {
    for (const allowed of [['passkey'], ['sms', 'email'], ['email']] satisfies FactorKind[][]) {
      for (const graceEndsAt of [null, world.clock.later(days(30)).toISOString()]) {
        expect(await refusalOf(change(holder, { allowed, graceEndsAt }))).toBe('policy.locks_you_out')
      }
    }
    await linkFactors(world, tenant.holder, ['passkey'])
    expect(
      await refusalOf(change(holder, { allowed: ['passkey'], graceEndsAt: world.clock.later(days(30)).toISOString() })),
    ).toBe('not refused')
  })

  it('has what works: a way that was switched off is none', async ({ world, tenant, holder }) => {
    await linkFactors(world, tenant.holder, ['passkey'])
    const { userId } = tenant.holder
    await world.asOwner((tx) => tx.factor.updateMany({ where: { userId, kind: 'passkey' }, data: { state: 'off' } }))
    expect(await refusalOf(change(holder, { allowed: ['passkey'] }))).toBe('policy.locks_you_out')
  })

  it('is the package holder, wherever they are at home, and not the one who changes it', async ({
    world,
    tenant,
    holder,
    addExternalMember,
  }) => {
    const guest = await addExternalMember()
    await linkFactors(world, tenant.holder, ['passkey'])
    await world.asOwner((tx) =>
      tx.package.updateMany({ where: { tenantId: tenant.tenantId }, data: { holderId: guest.membershipId } }),
    )
    expect(await refusalOf(change(holder, { allowed: ['passkey'] }))).toBe('policy.locks_you_out')
    expect(await refusalOf(change(holder, { allowed: ['authenticator'] }))).toBe('not refused')
  })

  it('who removes their last way at the same moment waits, and does so first or not at all', async ({
    world,
    tenant,
    holder,
  }) => {
    const { userId } = tenant.holder
    let answer = Promise.resolve('not asked')
    let hasAnswer = false
    await world.asOwner(async (tx) => {
      await tx.$queryRaw`SELECT FROM users WHERE id = ${userId}::uuid FOR UPDATE`
      await tx.factor.deleteMany({ where: { userId } })
      answer = refusalOf(change(holder, { allowed: ['authenticator'] })).finally(() => {
        hasAnswer = true
      })
      while (!hasAnswer && (await countWaiting(tx)) === 0);
    })
    expect(await answer).toBe('policy.locks_you_out')
  })
})

describe('a grace', () => {
  it('is needed when a member would be left without a method, and only then', async ({
    world,
    tenant,
    holder,
    addPerson,
  }) => {
    await addPerson('reader')
    expect(await refusalOf(change(holder, { allowed: ['authenticator', 'passkey', 'sms'] }))).toBe('not refused')
    await addTexter({ world, tenant })
    expect(await refusalOf(change(holder, { allowed: ['authenticator'] }))).toBe('policy.needs_grace')
    expect(await holder.api.policy.read()).toMatchObject({
      allowed: ['authenticator', 'passkey', 'sms'],
      phasedOut: null,
    })
    expect(await refusalOf(change(holder, { allowed: ['authenticator', 'sms'] }))).toBe('not refused')
  })

  it('is needed for who is at home elsewhere too', async ({ world, tenant, holder, addExternalMember }) => {
    await addExternalMember()
    await linkFactors(world, tenant.holder, ['passkey'])
    expect(await refusalOf(change(holder, { allowed: ['passkey'] }))).toBe('policy.needs_grace')
  })

  it('lasts a day at least and half a year at most', async ({ world, holder }) => {
    const until = (milliseconds: number) =>
      refusalOf(
        change(holder, { allowed: ['authenticator'], graceEndsAt: world.clock.later(milliseconds).toISOString() }),
      )
    for (const wrong of [-days(1), 0, days(1) - 1, days(180) + 1]) {
      expect(await until(wrong)).toBe('policy.needs_grace out_of_range')
    }
    expect(await until(days(180))).toBe('not refused')
    const noDay = '2026-99-99T99:99:99.999Z'
    expect(await refusalOf(change(holder, { allowed: ['authenticator', 'sms'], graceEndsAt: noDay }))).toBe(
      'policy.needs_grace out_of_range',
    )
  })

  it('keeps what leaves until its date, and stays when something else is changed', async ({
    world,
    clock,
    tenant,
    holder,
  }) => {
    const graceEndsAt = world.clock.later(hours(30)).toISOString()
    const { phasedOut } = await change(holder, { allowed: ['authenticator'], graceEndsAt })
    expect(phasedOut).toEqual({ kinds: ['passkey', 'sms', 'email'], at: graceEndsAt })
    clock.advance(hours(11))
    const again = await world.signIn(tenant.holder)
    expect(await change(holder, { allowed: ['authenticator'], idleMinutes: 20, graceEndsAt }, again)).toMatchObject({
      phasedOut,
    })
    clock.advance(hours(19))
    const after = await world.signIn(tenant.holder)
    expect(await after.api.policy.read()).toMatchObject({ allowed: ['authenticator'], phasedOut: null })
  })

  it('takes along what was leaving already; what comes back stays', async ({ world, holder }) => {
    await change(holder, {
      allowed: ['authenticator', 'passkey', 'sms'],
      graceEndsAt: world.clock.later(days(2)).toISOString(),
    })
    const at = world.clock.later(days(9)).toISOString()
    const both = await change(holder, { allowed: ['authenticator', 'passkey'], graceEndsAt: at })
    expect(both.phasedOut).toEqual({ kinds: ['sms', 'email'], at })
    const back = await change(holder, { allowed: ['authenticator', 'passkey', 'sms'], graceEndsAt: at })
    expect(back.phasedOut).toEqual({ kinds: ['email'], at })
    expect(await change(holder, { graceEndsAt: at })).toMatchObject({ allowed: ALL, phasedOut: null })
  })

  it('that is taken back takes effect at once when no one needs it', async ({ world, tenant, holder }) => {
    const texter = await addTexter({ world, tenant })
    await change(holder, { allowed: ['authenticator'], graceEndsAt: world.clock.later(days(9)).toISOString() })
    expect(await refusalOf(change(holder, { allowed: ['authenticator'] }))).toBe('policy.needs_grace')
    await linkFactors(world, texter, ['authenticator'])
    expect(await change(holder, { allowed: ['authenticator'] })).toMatchObject({ phasedOut: null })
  })

  it('is mailed at once, and once, only to members who have to set something up', async ({
    world,
    tenant,
    holder,
    addPerson,
  }) => {
    const [texter, both, none] = [
      await addTexter({ world, tenant }),
      await addTexter({ world, tenant }),
      await addPerson('reader'),
    ]
    await linkFactors(world, both, ['passkey'])
    const at = world.clock.later(days(14)).toISOString()
    const choice = { allowed: ['authenticator', 'passkey'] satisfies FactorKind[], graceEndsAt: at }
    await change(holder, choice)
    await change(holder, { ...choice, idleMinutes: 20 })
    const data = { tenantName: 'De Linde', allowed: 'authenticator,passkey', phasedOut: 'sms,email', at }
    expect(await newsTo(world, texter.membershipId)).toEqual([{ template: 'policy-changed', data }])
    for (const { membershipId } of [both, none, tenant.holder]) expect(await newsTo(world, membershipId)).toEqual([])
    await change(holder, { ...choice, graceEndsAt: world.clock.later(days(20)).toISOString() })
    expect(await newsTo(world, texter.membershipId)).toHaveLength(2)
  })

  it('notifies an external member at their membership here', async ({ world, tenant, holder, addExternalMember }) => {
    const guest = await addExternalMember()
    await linkFactors(world, tenant.holder, ['passkey'])
    await change(holder, { allowed: ['passkey'], graceEndsAt: world.clock.later(days(14)).toISOString() })
    expect(await newsTo(world, guest.membershipId)).toHaveLength(1)
    expect(await newsTo(world, guest.caller.person.membershipId)).toEqual([])
  })
})

const ALL: FactorKind[] = ['authenticator', 'passkey', 'sms', 'email']
const BEGINNING = { allowed: ALL, passkeyAlone: false, idleMinutes: 30, absoluteHours: 12, passwordMin: 8 }

type Choice = typeof BEGINNING & { graceEndsAt: string | null }

const change = (holder: SignedIn, choice: Partial<Choice>, { api }: SignedIn = holder) =>
  api.policy.change({ body: { ...BEGINNING, graceEndsAt: null, ...choice } })
const changes = async ({ world, tenant }: Given<'world' | 'tenant'>) =>
  (await eventsOf(world, tenant.tenantId)).filter(({ action }) => action === 'policy.changed')

const newsTo = async (world: World, membershipId: string) =>
  (await mailsTo(world, membershipId)).filter(({ template }) => template.startsWith('policy'))

/** Somebody here who has nothing but a number. */
async function addTexter({ world, tenant }: Given<'world' | 'tenant'>) {
  const person = await world.addPerson(tenant, 'reader')
  await linkFactors(world, person, ['sms'])
  return person
}
