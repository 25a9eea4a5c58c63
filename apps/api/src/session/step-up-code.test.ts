import { FRESH_SECONDS } from '@keyholder/domain'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { minutes, seconds } from '../platform/clock.fake.ts'
import { newPhone, provenPerson, signInWithPhone } from '../testing/phones.ts'
import { refusalOf } from '../testing/refusal.ts'
import { signInAnywhere, stranger, withPassword } from '../testing/second-step.ts'
import { otherThan, sentCode } from '../testing/sent-code.ts'
import { eventsOf, mailsTo } from '../testing/stored-rows.ts'
import { createWorld, type SignedIn, type Tenant, type World } from '../testing/world.ts'

let world: World
let tenant: Tenant
beforeAll(async () => {
  world = await createWorld()
  tenant = await world.addTenant('De Linde')
})
afterAll(() => world.close())

const send = ({ api }: SignedIn) => api.session.sendStepUpCode()
const show = ({ api }: SignedIn, code: string) => api.session.stepUpByCode({ body: { code } })
const rename = ({ api }: SignedIn) => api.account.startPhone({ body: { phone: newPhone() } })
const loginOf = ({ person }: SignedIn) =>
  world.asOwner((tx) => tx.login.findFirstOrThrow({ where: { userId: person.userId } }))

/** Somebody with a number, whose second step is too long ago for what is sensitive. */
async function stale(phone = newPhone()): Promise<SignedIn> {
  const caller = await signInWithPhone(world, await world.addPerson(tenant, 'reader'), phone)
  world.clock.advance(seconds(FRESH_SECONDS + 1))
  return caller
}

describe('the second step once more, by SMS', () => {
  it('makes the session fresh under a new id (SES-02, SES-12)', async () => {
    const phone = newPhone()
    const caller = await stale(phone)
    const before = caller.cookies.get('keyholder')
    expect(await refusalOf(rename(caller))).toBe('session.not_fresh')
    const sent = await send(caller)
    expect(sent).toMatchObject({ method: 'sms', sentTo: `…${phone.slice(-2)}`, delivery: 'sending' })
    expect(await caller.api.session.stepUpCodeSent()).toEqual({ sent })
    expect((await mailsTo(world, caller.person.membershipId)).at(-1)?.data.to).toBe(phone)
    const { freshUntil } = await show(caller, await sentCode(world, caller.person))
    expect(new Date(freshUntil).getTime()).toBe(world.clock.now().getTime() + seconds(FRESH_SECONDS))
    expect(caller.cookies.get('keyholder')).not.toBe(before)
    expect(await refusalOf(rename(caller))).toBe('not refused')
    expect(await caller.api.session.stepUpCodeSent()).toEqual({ sent: null })
    const events = await eventsOf(world, tenant.tenantId)
    expect(events.find(({ action }) => action === 'session.stepped-up')?.after).toEqual({ secondFactor: 'sms' })
  })

  it('works once, five times tried, and not after ten minutes (CHN-04, AUT-08)', async () => {
    const caller = await stale()
    expect(await refusalOf(show(caller, '000000'))).toBe('code.not_sent')
    await send(caller)
    const code = await sentCode(world, caller.person)
    await show(caller, code)
    expect(await refusalOf(show(caller, code))).toBe('code.not_sent')
    world.clock.advance(seconds(30))
    await send(caller)
    const second = await sentCode(world, caller.person)
    for (let n = 0; n < 5; n++) expect(await refusalOf(show(caller, otherThan(second)))).toBe('code.wrong')
    expect(await refusalOf(show(caller, second))).toBe('code.too_many code')
    world.clock.advance(seconds(30))
    await send(caller)
    world.clock.advance(minutes(10))
    expect(await refusalOf(show(caller, await sentCode(world, caller.person)))).toBe('code.expired')
  })

  it('shown many times at once does once (CHN-04)', async () => {
    const caller = await stale()
    await send(caller)
    const code = await sentCode(world, caller.person)
    const cookies = new Map(caller.cookies)
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => {
        const tab = stranger(world)
        for (const [name, value] of cookies) tab.cookies.set(name, value)
        return tab.send('POST', '/api/v1/session/step-up/code/verify', { body: { code } })
      }),
    )
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  })

  it('takes the code of its own session only, and none that was sent for something else', async () => {
    const caller = await stale()
    const { caller: other } = await withPassword(world, caller.person)
    await other.api.signIn.sendCode({ body: { method: 'sms' } })
    expect(await refusalOf(show(caller, await sentCode(world, caller.person)))).toBe('code.not_sent')
  })

  it('is counted together with every other try of its owner (REC-05)', async () => {
    const caller = await stale()
    await send(caller)
    const code = await sentCode(world, caller.person)
    const owner = { homeTenantId: caller.person.tenantId, userId: caller.person.userId }
    await world.asOwner((tx) =>
      tx.secondFactorCounter.createMany({
        data: [{ ...owner, windowStartedAt: world.clock.now(), inWindow: 9, consecutive: 9 }],
      }),
    )
    expect(await refusalOf(show(caller, otherThan(code)))).toBe('code.wrong')
    expect(await refusalOf(show(caller, code))).toBe('code.too_many user')
    world.clock.advance(minutes(15))
    await send(caller)
    await show(caller, await sentCode(world, caller.person))
    expect(await world.asOwner((tx) => tx.secondFactorCounter.count({ where: owner }))).toBe(0)
  })

  it('is for whoever has a number that the organisation allows', async () => {
    const withApp = await signInAnywhere(world, await world.addPerson(tenant, 'reader'))
    expect(await refusalOf(send(withApp))).toBe('factor.not_allowed')
    const caller = await stale()
    await send(caller)
    const code = await sentCode(world, caller.person)
    const limits = { passkeyAlone: false, idleMinutes: 30, absoluteHours: 12, passwordMin: 8 }
    const policy = { tenantId: tenant.tenantId, allowed: ['authenticator'], phasedOut: [], ...limits }
    await world.asOwner((tx) => tx.policy.createMany({ data: [{ ...policy, changedAt: world.clock.now() }] }))
    expect(await refusalOf(show(caller, code))).toBe('factor.not_allowed')
    expect(await refusalOf(send(caller))).toBe('factor.not_allowed')
    await world.asOwner((tx) => tx.policy.deleteMany({}))
  })

  it('is proof of a number that was linked before: the code by e-mail is there from then on (ENR-16)', async () => {
    const caller = await stale()
    expect((await loginOf(caller)).provenAt).toBeNull()
    await send(caller)
    await show(caller, await sentCode(world, caller.person))
    expect((await loginOf(caller)).provenAt).toEqual(world.clock.now())
  })
})

describe('the second step once more, by the authenticator', () => {
  it('is proof of one that was linked before, too (ENR-16)', async () => {
    const caller = await signInAnywhere(world, await world.addPerson(tenant, 'reader'))
    expect((await loginOf(caller)).provenAt).toBeNull()
    await caller.api.session.stepUp({ body: { code: await world.nextCode(caller.person) } })
    expect((await loginOf(caller)).provenAt).toEqual(world.clock.now())
  })

  it('is refused where the organisation does not allow it any more', async () => {
    const house = await world.addTenant('De Spar')
    const caller = await signInAnywhere(world, house.holder)
    const limits = { passkeyAlone: false, idleMinutes: 30, absoluteHours: 12, passwordMin: 8 }
    const policy = { tenantId: house.tenantId, allowed: ['passkey'], phasedOut: [], ...limits }
    await world.asOwner((tx) => tx.policy.createMany({ data: [{ ...policy, changedAt: world.clock.now() }] }))
    const stepUp = caller.api.session.stepUp({ body: { code: await world.nextCode(caller.person) } })
    expect(await refusalOf(stepUp)).toBe('factor.not_allowed')
  })
})

describe('a weak session', () => {
  it('becomes strong by a code by SMS (ENR-24)', async () => {
    const person = await provenPerson(world, await world.addPerson(tenant, 'reader'))
    const first = await signInAnywhere(world, person)
    await first.api.account.startPhone({ body: { phone: newPhone() } })
    await first.api.account.confirmPhone({ body: { code: await sentCode(world, person) } })
    world.clock.advance(seconds(30))
    const { caller } = await withPassword(world, person)
    await caller.api.signIn.sendCode({ body: { method: 'email' } })
    await caller.api.signIn.verifySentCode({ body: { code: await sentCode(world, person) } })
    const weak = { ...caller, person }
    expect(await refusalOf(rename(weak))).toBe('session.weak')
    await send(weak)
    await show(weak, await sentCode(world, person))
    expect((await weak.api.session.current()).secondStep).toEqual({ method: 'sms', strong: true })
    expect(await refusalOf(rename(weak))).toBe('not refused')
  })
})
