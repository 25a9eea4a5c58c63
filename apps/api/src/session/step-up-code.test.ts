import { FRESH_SECONDS } from '@keyholder/domain'
import { describe, expect } from 'vitest'
import { minutes, seconds } from '../platform/clock.fake.ts'
import { type Given, it } from '../testing/it.ts'
import { newPhone, provenPerson, signInWithPhone } from '../testing/phones.ts'
import { refusalOf } from '../testing/refusal.ts'
import { otherThan } from '../testing/sent-code.ts'
import type { SignedIn, World } from '../testing/world.ts'

describe('the second step once more, by SMS', () => {
  it('makes the session fresh under a new id (SES-02, SES-12)', async ({ world, clock, tenant, inbox, audit }) => {
    const phone = newPhone()
    const caller = await stale({ world, tenant }, phone)
    const before = caller.cookies.get('keyholder')
    expect(await refusalOf(rename(caller))).toBe('session.not_fresh')
    const sent = await send(caller)
    expect(sent).toMatchObject({ method: 'sms', sentTo: `…${phone.slice(-2)}`, delivery: 'sending' })
    expect(await caller.api.session.stepUpCodeSent()).toEqual({ sent })
    expect((await inbox.all(caller.person.membershipId)).at(-1)?.data.to).toBe(phone)
    const { freshUntil } = await show(caller, await inbox.code(caller.person))
    expect(new Date(freshUntil).getTime()).toBe(clock.now().getTime() + seconds(FRESH_SECONDS))
    expect(caller.cookies.get('keyholder')).not.toBe(before)
    expect(await refusalOf(rename(caller))).toBe('not refused')
    expect(await caller.api.session.stepUpCodeSent()).toEqual({ sent: null })
    const events = await audit.events()
    expect(events.find(({ action }) => action === 'session.stepped-up')?.after).toEqual({ secondFactor: 'sms' })
  })

  it('works once, five times tried, and not after ten minutes (CHN-04, AUT-08)', async ({
    world,
    clock,
    tenant,
    inbox,
  }) => {
    const caller = await stale({ world, tenant })
    expect(await refusalOf(show(caller, '000000'))).toBe('code.not_sent')
    await send(caller)
    const code = await inbox.code(caller.person)
    await show(caller, code)
    expect(await refusalOf(show(caller, code))).toBe('code.not_sent')
    clock.advance(seconds(30))
    await send(caller)
    const second = await inbox.code(caller.person)
    for (let n = 0; n < 5; n++) expect(await refusalOf(show(caller, otherThan(second)))).toBe('code.wrong')
    expect(await refusalOf(show(caller, second))).toBe('code.too_many code')
    clock.advance(seconds(30))
    await send(caller)
    clock.advance(minutes(10))
    expect(await refusalOf(show(caller, await inbox.code(caller.person)))).toBe('code.expired')
  })

  it('shown many times at once does once (CHN-04)', async ({ world, tenant, inbox }) => {
    const caller = await stale({ world, tenant })
    await send(caller)
    const code = await inbox.code(caller.person)
    const cookies = new Map(caller.cookies)
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => {
        const tab = world.stranger()
        for (const [name, value] of cookies) tab.cookies.set(name, value)
        return tab.send('POST', '/api/v1/session/step-up/code/verify', { body: { code } })
      }),
    )
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  })

  it('takes the code of its own session only, and none that was sent for something else', async ({
    world,
    tenant,
    inbox,
  }) => {
    const caller = await stale({ world, tenant })
    const { caller: other } = await world.withPassword(caller.person)
    await other.api.signIn.sendCode({ body: { method: 'sms' } })
    expect(await refusalOf(show(caller, await inbox.code(caller.person)))).toBe('code.not_sent')
  })

  it('is counted together with every other try of its owner (REC-05)', async ({ world, clock, tenant, inbox }) => {
    const caller = await stale({ world, tenant })
    await send(caller)
    const code = await inbox.code(caller.person)
    const owner = { homeTenantId: caller.person.tenantId, userId: caller.person.userId }
    await world.asOwner((tx) =>
      tx.secondFactorCounter.createMany({
        data: [{ ...owner, windowStartedAt: clock.now(), inWindow: 9, consecutive: 9 }],
      }),
    )
    expect(await refusalOf(show(caller, otherThan(code)))).toBe('code.wrong')
    expect(await refusalOf(show(caller, code))).toBe('code.too_many user')
    clock.advance(minutes(15))
    await send(caller)
    await show(caller, await inbox.code(caller.person))
    expect(await world.asOwner((tx) => tx.secondFactorCounter.count({ where: owner }))).toBe(0)
  })

  it('is for members with a number, where the organisation allows it', async ({ world, clock, tenant, as, inbox }) => {
    const withApp = await as('reader')
    expect(await refusalOf(send(withApp))).toBe('factor.not_allowed')
    const caller = await stale({ world, tenant })
    await send(caller)
    const code = await inbox.code(caller.person)
    const limits = { passkeyAlone: false, idleMinutes: 30, absoluteHours: 12, passwordMin: 8 }
    const policy = { tenantId: tenant.tenantId, allowed: ['authenticator'], phasedOut: [], ...limits }
    await world.asOwner((tx) => tx.policy.createMany({ data: [{ ...policy, changedAt: clock.now() }] }))
    expect(await refusalOf(show(caller, code))).toBe('factor.not_allowed')
    expect(await refusalOf(send(caller))).toBe('factor.not_allowed')
    await world.asOwner((tx) => tx.policy.deleteMany({}))
  })

  it('is proof of a number that was linked before: the code by e-mail is there from then on (ENR-16)', async ({
    world,
    clock,
    tenant,
    inbox,
  }) => {
    const caller = await stale({ world, tenant })
    expect((await loginOf(world, caller)).provenAt).toBeNull()
    await send(caller)
    await show(caller, await inbox.code(caller.person))
    expect((await loginOf(world, caller)).provenAt).toEqual(clock.now())
  })
})

describe('the second step once more, by the authenticator', () => {
  it('is proof of one that was linked before, too (ENR-16)', async ({ world, clock, as }) => {
    const caller = await as('reader')
    expect((await loginOf(world, caller)).provenAt).toBeNull()
    await world.stepUp(caller)
    expect((await loginOf(world, caller)).provenAt).toEqual(clock.now())
  })

  it('is refused where the organisation does not allow it any more', async ({ world, clock }) => {
    const house = await world.addTenant('De Spar')
    const caller = await world.signIn(house.holder)
    const limits = { passkeyAlone: false, idleMinutes: 30, absoluteHours: 12, passwordMin: 8 }
    const policy = { tenantId: house.tenantId, allowed: ['passkey'], phasedOut: [], ...limits }
    await world.asOwner((tx) => tx.policy.createMany({ data: [{ ...policy, changedAt: clock.now() }] }))
    const stepUp = caller.api.session.stepUp({ body: { code: await world.nextCode(caller.person) } })
    expect(await refusalOf(stepUp)).toBe('factor.not_allowed')
  })
})

describe('a weak session', () => {
  it('becomes strong by a code by SMS (ENR-24)', async ({ world, clock, addPerson, inbox }) => {
    const person = await provenPerson(world, await addPerson('reader'))
    const first = await world.signIn(person)
    await first.api.account.startPhone({ body: { phone: newPhone() } })
    await first.api.account.confirmPhone({ body: { code: await inbox.code(person) } })
    clock.advance(seconds(30))
    const { caller } = await world.withPassword(person)
    await caller.api.signIn.sendCode({ body: { method: 'email' } })
    await caller.api.signIn.verifySentCode({ body: { code: await inbox.code(person) } })
    const weak = { ...caller, person }
    expect(await refusalOf(rename(weak))).toBe('session.weak')
    await send(weak)
    await show(weak, await inbox.code(person))
    expect((await weak.api.session.current()).secondStep).toEqual({ method: 'sms', strong: true })
    expect(await refusalOf(rename(weak))).toBe('not refused')
  })
})

const send = ({ api }: SignedIn) => api.session.sendStepUpCode()
const show = ({ api }: SignedIn, code: string) => api.session.stepUpByCode({ body: { code } })
const rename = ({ api }: SignedIn) => api.account.startPhone({ body: { phone: newPhone() } })

const loginOf = (world: World, { person }: SignedIn) =>
  world.asOwner((tx) => tx.login.findFirstOrThrow({ where: { userId: person.userId } }))

/** Somebody with a number, whose second step is too long ago for what is sensitive. */
async function stale({ world, tenant }: Given<'world' | 'tenant'>, phone = newPhone()): Promise<SignedIn> {
  const caller = await signInWithPhone(world, await world.addPerson(tenant, 'reader'), phone)
  world.clock.advance(seconds(FRESH_SECONDS + 1))
  return caller
}
