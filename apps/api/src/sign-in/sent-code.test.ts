import { DISABLE_AFTER_CONSECUTIVE } from '@keyholder/domain'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { days, minutes, seconds } from '../platform/clock.fake.ts'
import type { Caller } from '../testing/caller.ts'
import { manyPendingSignIns } from '../testing/pending-sign-ins.ts'
import { newPhone, provenPerson, withPhone } from '../testing/phones.ts'
import { refusalOf } from '../testing/refusal.ts'
import { stranger, withPassword } from '../testing/second-step.ts'
import { otherThan, sentCode } from '../testing/sent-code.ts'
import { actionsOf, eventsOf, mailsTo } from '../testing/stored-rows.ts'
import { createWorld, type Person, type Tenant, type World } from '../testing/world.ts'

let world: World
let tenant: Tenant
beforeAll(async () => {
  world = await createWorld()
  tenant = await world.addTenant('De Linde')
})
afterAll(() => world.close())

const addReader = () => world.addPerson(tenant, 'reader')

/** Somebody with a number, whose next code can be asked for at once. */
async function numbered(phone = newPhone()): Promise<Person> {
  const person = await withPhone(world, await addReader(), phone)
  world.clock.advance(seconds(30))
  return person
}

/** Somebody with a number who proved the password. */
async function pendingSignIn(person?: Person) {
  const owner = person ?? (await numbered())
  const { caller } = await withPassword(world, owner)
  return { person: owner, caller, api: caller.api }
}

const send = ({ api }: Pick<Caller, 'api'>, method: 'sms' | 'email' = 'sms') =>
  api.signIn.sendCode({ body: { method } })
const show = ({ api }: Pick<Caller, 'api'>, code: string) => api.signIn.verifySentCode({ body: { code } })
const setMessages = (membershipId: string, data: { state: string; delivery?: string }) =>
  world.asOwner((tx) => tx.message.updateMany({ where: { membershipId }, data: { ...data, payloadSealed: null } }))

describe('a code by SMS', () => {
  it('is sent to the linked number and opens the session', async () => {
    const phone = newPhone()
    const { person, api, caller } = await pendingSignIn(await numbered(phone))
    expect((await api.signIn.state()).methods).toEqual([
      { method: 'sms', sentTo: `…${phone.slice(-2)}` },
      { method: 'recovery-code', sentTo: null },
    ])
    const sent = await send(caller)
    expect(sent).toMatchObject({ method: 'sms', sentTo: `…${phone.slice(-2)}`, delivery: 'sending' })
    expect((await mailsTo(world, person.membershipId)).at(-1)).toMatchObject({
      template: 'sms-code',
      data: { to: phone },
    })
    expect(await show(caller, await sentCode(world, person))).toEqual({ step: 'done' })
    expect((await api.session.current()).secondStep).toEqual({ method: 'sms', strong: true })
    const factor = await world.asOwner((tx) => tx.factor.findFirst({ where: { userId: person.userId } }))
    expect(factor?.lastUsedAt).toEqual(world.clock.now())
  })

  it('works once, and only the newest one does (CHN-01, CHN-04)', async () => {
    const { person, caller } = await pendingSignIn()
    await send(caller)
    const first = await sentCode(world, person)
    world.clock.advance(seconds(30))
    await send(caller)
    const second = await sentCode(world, person)
    if (first !== second) expect(await refusalOf(show(caller, first))).toBe('code.wrong')
    expect(await show(caller, second)).toEqual({ step: 'done' })
    const { caller: again } = await pendingSignIn(person)
    expect(await refusalOf(show(again, second))).toBe('code.not_sent')
  })

  it('works in the sign-in that asked for it, and in no other', async () => {
    const person = await numbered()
    const [first, second] = [await pendingSignIn(person), await pendingSignIn(person)]
    await send(first.caller)
    const code = await sentCode(world, person)
    expect(await refusalOf(show(second.caller, code))).toBe('code.not_sent')
    world.clock.advance(seconds(30))
    await send(second.caller)
    if (code !== (await sentCode(world, person))) expect(await refusalOf(show(second.caller, code))).toBe('code.wrong')
    expect(await show(first.caller, code)).toEqual({ step: 'done' })
  })

  it('moved to another sign-in by hand, in the tables, opens nothing', async () => {
    const person = await numbered()
    const [first, second] = await manyPendingSignIns(world, person, { count: 2 })
    if (!first || !second) throw new Error('Two were asked for.')
    await send(first)
    await world.asOwner(async (tx) => {
      const attempts = await tx.signInAttempt.findMany({ where: { userId: person.userId }, orderBy: { id: 'asc' } })
      await tx.oneTimeCode.updateMany({
        where: { userId: person.userId },
        data: { boundTo: attempts[1]?.id ?? '' },
      })
    })
    expect(await refusalOf(show(second, await sentCode(world, person)))).toBe('code.wrong')
  })

  it('shown fifty times at once over two processes opens one session (CHN-04)', async () => {
    const { person, caller } = await pendingSignIn()
    await send(caller)
    const code = await sentCode(world, person)
    const second = await world.secondApp()
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, n) => {
        const tab = (n % 2 ? second : world).visitor(`2001:db8:fffe:${n.toString(16)}::1`)
        for (const [name, value] of caller.cookies) tab.cookies.set(name, value)
        return tab.send('POST', '/api/v1/sign-in/code/verify', { body: { code } })
      }),
    )
    await second.close()
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(answers.filter(({ status }) => status === 401 || status === 429 || status === 409)).toHaveLength(49)
    expect(await world.asOwner((tx) => tx.session.count({ where: { userId: person.userId } }))).toBe(1)
  })

  it('takes five wrong tries, also a hundred at once: then not even the right one does (REC-06)', async () => {
    const { person, caller } = await pendingSignIn()
    await send(caller)
    const code = await sentCode(world, person)
    const answers = await Promise.all(
      Array.from({ length: 100 }, () =>
        caller.send('POST', '/api/v1/sign-in/code/verify', { body: { code: otherThan(code) } }),
      ),
    )
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(5)
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(95)
    expect(await refusalOf(show(caller, code))).toBe('code.too_many attempt')
    const counter = await world.asOwner((tx) => tx.secondFactorCounter.findFirst({ where: { userId: person.userId } }))
    expect(counter?.consecutive).toBe(5)
  })

  it('takes five tries itself, whatever the sign-in takes (CHN-04)', async () => {
    const { person, caller } = await pendingSignIn()
    await send(caller)
    await world.asOwner((tx) => tx.oneTimeCode.updateMany({ where: { userId: person.userId }, data: { tries: 5 } }))
    expect(await refusalOf(show(caller, await sentCode(world, person)))).toBe('code.too_many code')
    expect((await caller.api.signIn.state()).sent).toBeNull()
  })

  it('that is wrong is counted over all ways and sign-ins of its owner, and told to the log (REC-05)', async () => {
    const person = await numbered()
    let code = ''
    for (const tries of [5, 5]) {
      const { caller } = await pendingSignIn(person)
      await send(caller)
      code = await sentCode(world, person)
      for (let n = 0; n < tries; n++) expect(await refusalOf(show(caller, otherThan(code)))).toBe('code.wrong')
      world.clock.advance(seconds(30))
    }
    const { caller } = await pendingSignIn(person)
    await send(caller)
    expect(await refusalOf(show(caller, await sentCode(world, person)))).toBe('code.too_many user')
    const events = await eventsOf(world, tenant.tenantId)
    const wrong = events.filter(
      ({ action, actorId }) => action === 'sign-in.second-factor' && actorId === person.membershipId,
    )
    expect(wrong).toHaveLength(10)
    expect(wrong[0]).toMatchObject({ outcome: 'failure', reason: 'code.wrong', after: { secondFactor: 'sms' } })
  })

  it('that is right begins the count of wrong ones anew', async () => {
    const { person, caller } = await pendingSignIn()
    await send(caller)
    const code = await sentCode(world, person)
    await refusalOf(show(caller, otherThan(code)))
    await show(caller, code)
    expect(await world.asOwner((tx) => tx.secondFactorCounter.count({ where: { userId: person.userId } }))).toBe(0)
  })

  it('is not sent to somebody whose second step was switched off: none would be compared', async () => {
    const { person, caller } = await pendingSignIn()
    const counter = { homeTenantId: person.tenantId, userId: person.userId, inWindow: 1 }
    await world.asOwner((tx) =>
      tx.secondFactorCounter.createMany({
        data: [{ ...counter, windowStartedAt: world.clock.now(), consecutive: DISABLE_AFTER_CONSECUTIVE }],
      }),
    )
    const before = await mailsTo(world, person.membershipId)
    expect(await refusalOf(send(caller))).toBe('factor.disabled')
    expect(await mailsTo(world, person.membershipId)).toEqual(before)
  })

  it('is not asked for twice within half a minute, in whichever sign-in (CHN-05)', async () => {
    const person = await numbered()
    const [first, second] = [await pendingSignIn(person), await pendingSignIn(person)]
    await send(first.caller)
    world.clock.advance(seconds(10))
    for (const { caller } of [first, second]) {
      const { status, headers, json } = await caller.send('POST', '/api/v1/sign-in/code', { body: { method: 'sms' } })
      expect([status, headers['retry-after']]).toEqual([429, '20'])
      expect(json).toMatchObject({ code: 'code.too_soon', retryAfter: 20 })
    }
    world.clock.advance(seconds(20) - 1)
    expect(await refusalOf(send(first.caller))).toBe('code.too_soon')
    world.clock.advance(1)
    expect(await refusalOf(send(first.caller))).toBe('not refused')
  })

  it('is not shown without having been sent, and that costs no try', async () => {
    const { person, caller } = await pendingSignIn()
    for (let n = 0; n < 7; n++) expect(await refusalOf(show(caller, '000000'))).toBe('code.not_sent')
    await send(caller)
    expect(await show(caller, await sentCode(world, person))).toEqual({ step: 'done' })
  })

  it('is over with its sign-in, ten minutes after the password (AUT-08)', async () => {
    const { person, caller } = await pendingSignIn()
    await send(caller)
    world.clock.advance(minutes(10))
    expect(await refusalOf(show(caller, await sentCode(world, person)))).toBe('attempt.missing')
  })

  it('has expired ten minutes after it was sent, and that costs no try (AUT-08)', async () => {
    const { person, caller } = await pendingSignIn()
    await send(caller)
    const code = await sentCode(world, person)
    const expiresAt = new Date(world.clock.now().getTime() + minutes(30))
    await world.asOwner((tx) => tx.signInAttempt.updateMany({ where: { userId: person.userId }, data: { expiresAt } }))
    world.clock.advance(minutes(10))
    expect((await caller.api.signIn.state()).sent).toBeNull()
    expect(await refusalOf(show(caller, code))).toBe('code.expired')
    expect(await world.asOwner((tx) => tx.secondFactorCounter.count({ where: { userId: person.userId } }))).toBe(0)
  })

  it('to a number that was taken away meanwhile opens nothing', async () => {
    const { person, caller } = await pendingSignIn()
    await send(caller)
    const code = await sentCode(world, person)
    await world.asOwner((tx) =>
      tx.factor.updateMany({ where: { userId: person.userId }, data: { id: world.platform.random.uuid() } }),
    )
    expect(await refusalOf(show(caller, code))).toBe('code.wrong')
  })

  it('of a number that the organisation no longer takes leads to linking something else, never to the session', async () => {
    const house = await world.addTenant('De Spar')
    const person = await withPhone(world, await world.addPerson(house, 'reader'))
    world.clock.advance(seconds(30))
    const now = world.clock.now()
    const limits = { passkeyAlone: false, idleMinutes: 30, absoluteHours: 12, passwordMin: 8, changedAt: now }
    await world.asOwner((tx) =>
      tx.policy.createMany({
        data: [{ tenantId: house.tenantId, allowed: ['authenticator'], phasedOut: [], ...limits }],
      }),
    )
    const { caller, api } = await pendingSignIn(person)
    await send(caller)
    expect(await show(caller, await sentCode(world, person))).toEqual({ step: 'enroll' })
    expect(await api.signIn.state()).toMatchObject({ noLongerAllowed: 'sms', enrollable: ['authenticator'] })
    expect(await refusalOf(api.signIn.startSmsEnrollment({ body: { phone: newPhone() } }))).toBe('factor.not_allowed')
  })

  it('that was sent is told to the log of the organisation, without the code', async () => {
    const house = await world.addTenant('De Eik')
    const person = await withPhone(world, await world.addPerson(house, 'reader'))
    world.clock.advance(seconds(30))
    const { caller } = await pendingSignIn(person)
    await send(caller)
    const code = await sentCode(world, person)
    const events = await eventsOf(world, house.tenantId)
    expect(events.at(-1)).toMatchObject({
      action: 'code.sent',
      actorId: person.membershipId,
      after: { secondFactor: 'sms' },
    })
    expect(JSON.stringify(events.at(-1))).not.toContain(`"${code}"`)
    await show(caller, code)
    expect((await actionsOf(world, house.tenantId)).at(-1)).toBe('sign-in.completed success')
  })

  it('is kept as a keyed hash only', async () => {
    const { person, caller } = await pendingSignIn()
    await send(caller)
    const kept = await world.asOwner((tx) => tx.oneTimeCode.findFirst({ where: { userId: person.userId } }))
    expect(kept?.codeHash).toMatch(/^k1\.[A-Za-z0-9_-]{43}$/)
  })
})

describe('what became of a message', () => {
  it.each([
    [{ state: 'sent' }, 'sent'],
    [{ state: 'sent', delivery: 'delivered' }, 'sent'],
    [{ state: 'sent', delivery: 'undelivered' }, 'failed'],
    [{ state: 'failed' }, 'failed'],
  ] as const)(
    'is told to whoever waits for it: %j is %s, and no other way is taken by itself (CHN-17)',
    async (state, told) => {
      const { person, caller, api } = await pendingSignIn()
      const sent = await send(caller)
      expect((await api.signIn.state()).sent).toEqual(sent)
      const before = await world.asOwner((tx) => tx.message.count({ where: { membershipId: person.membershipId } }))
      await setMessages(person.membershipId, state)
      const { sent: after, methods } = await api.signIn.state()
      expect(after).toEqual({ ...sent, delivery: told })
      expect(methods.map(({ method }) => method)).toEqual(['sms', 'recovery-code'])
      expect(await world.asOwner((tx) => tx.message.count({ where: { membershipId: person.membershipId } }))).toBe(
        before,
      )
    },
  )
})

describe('where text messages are not set up', () => {
  it('the number stays listed, so that the page can say why, and no number can be linked', async () => {
    const other = await createWorld({ settings: { sms: null } })
    const house = await other.addTenant('De Beuk')
    const person = await other.addPerson(house, 'reader')
    const { caller: fresh } = await withPassword(other, person)
    expect((await fresh.api.signIn.state()).enrollable).toEqual(['authenticator', 'passkey'])
    expect(await refusalOf(fresh.api.signIn.startSmsEnrollment({ body: { phone: newPhone() } }))).toBe(
      'sms.unavailable',
    )
    const now = other.clock.now()
    const sealed = { secretSealed: 'sealed', phoneHash: 'hash', ending: '37' }
    await other.asOwner((tx) =>
      tx.factor.createMany({
        data: [
          {
            homeTenantId: person.tenantId,
            id: other.platform.random.uuid(),
            userId: person.userId,
            kind: 'sms',
            name: '…37',
            state: 'linked',
            begunBy: person.userId,
            createdAt: now,
            linkedAt: now,
            ...sealed,
          },
        ],
      }),
    )
    const { caller } = await withPassword(other, person)
    expect((await caller.api.signIn.state()).methods).toEqual([{ method: 'sms', sentTo: '…37' }])
    expect(await refusalOf(send(caller))).toBe('sms.unavailable')
    await other.close()
  })

  it('for the country of a number, no code goes there any more', async () => {
    const { caller } = await pendingSignIn()
    const { sms } = world.platform.settings
    world.platform.settings.sms = sms && { ...sms, countries: ['BE'] }
    expect(await refusalOf(send(caller))).toBe('sms.unavailable')
    world.platform.settings.sms = sms
  })
})

describe('a code by e-mail', () => {
  const proven = async () => provenPerson(world, await addReader())

  it('opens a session that is weak, for whoever showed an authenticator before', async () => {
    const { person, caller, api } = await pendingSignIn(await proven())
    expect((await api.signIn.state()).methods.map(({ method }) => method)).toEqual([
      'authenticator',
      'email',
      'recovery-code',
    ])
    expect(await send(caller, 'email')).toMatchObject({ method: 'email', sentTo: person.email, delivery: 'sending' })
    expect((await mailsTo(world, person.membershipId)).at(-1)).toEqual({
      template: 'sign-in-code',
      data: {
        code: expect.stringMatching(/^\d{6}$/),
        expiresAt: new Date(world.clock.now().getTime() + minutes(10)).toISOString(),
      },
    })
    expect(await show(caller, await sentCode(world, person))).toEqual({ step: 'done' })
    expect((await api.session.current()).secondStep).toEqual({ method: 'email', strong: false })
    const startPhone = api.account.startPhone({ body: { phone: newPhone() } })
    expect(await refusalOf(startPhone)).toBe('session.weak')
  })

  it('is not there at the first sign-in, nor after linking alone (ENR-15, ENR-16)', async () => {
    const person = await addReader()
    const { caller: newcomer } = await pendingSignIn(person)
    expect(await refusalOf(send(newcomer, 'email'))).toBe('attempt.wrong_step enroll')
    await (await world.signIn(person, stranger(world))).api.session.signOut()
    const { caller, api } = await pendingSignIn(person)
    expect((await api.signIn.state()).methods.map(({ method }) => method)).toEqual(['authenticator', 'recovery-code'])
    const { status, json } = await caller.send('POST', '/api/v1/sign-in/code', { body: { method: 'email' } })
    expect([status, json]).toMatchObject([403, { code: 'factor.not_allowed' }])
    expect((await mailsTo(world, person.membershipId)).map(({ template }) => template)).not.toContain('sign-in-code')
  })

  it('is there once a code by SMS was shown', async () => {
    const { person, caller } = await pendingSignIn()
    expect(await refusalOf(send(caller, 'email'))).toBe('factor.not_allowed')
    await send(caller)
    await show(caller, await sentCode(world, person))
    const { caller: next } = await pendingSignIn(person)
    expect(await refusalOf(send(next, 'email'))).toBe('not refused')
  })

  it('is not there while a re-linking is pending (ENR-17)', async () => {
    const person = await proven()
    const holder = await world.signIn(tenant.holder, stranger(world))
    const params = { id: person.membershipId }
    await holder.api.users.unlinkAuthenticator({ params, body: { reason: 'lost-or-stolen' } })
    const { caller, api } = await pendingSignIn(person)
    expect((await api.signIn.state()).methods).toEqual([])
    expect(await refusalOf(send(caller, 'email'))).toBe('attempt.wrong_step relink')
  })

  it('signs in five times in thirty days, and is not sent a sixth time', async () => {
    const person = await proven()
    for (let n = 0; n < 5; n++) {
      const { caller } = await pendingSignIn(person)
      await send(caller, 'email')
      expect(await show(caller, await sentCode(world, person))).toEqual({ step: 'done' })
      world.clock.advance(days(1))
    }
    const { caller } = await pendingSignIn(person)
    expect(await refusalOf(send(caller, 'email'))).toBe('factor.not_allowed')
    world.clock.advance(days(26))
    const { caller: later } = await pendingSignIn(person)
    expect(await refusalOf(send(later, 'email'))).toBe('not refused')
  })

  it('may follow at once where a text message did not come: each way has its own half minute', async () => {
    const { person, caller } = await pendingSignIn()
    await send(caller)
    const bySms = await sentCode(world, person)
    await show(caller, bySms)
    world.clock.advance(seconds(30))
    const { caller: next } = await pendingSignIn(person)
    await send(next)
    const first = await sentCode(world, person)
    await send(next, 'email')
    expect(await refusalOf(send(next, 'email'))).toBe('code.too_soon')
    const second = await sentCode(world, person)
    if (first !== second) expect(await refusalOf(show(next, first))).toBe('code.wrong')
    expect(await show(next, second)).toEqual({ step: 'done' })
    expect((await next.api.session.current()).secondStep.method).toBe('email')
  })

  it('that was sent before it was forbidden opens nothing any more', async () => {
    const { person, caller } = await pendingSignIn(await proven())
    await send(caller, 'email')
    const code = await sentCode(world, person)
    await world.asOwner((tx) =>
      tx.login.updateMany({ where: { userId: person.userId }, data: { resetByMailAt: world.clock.now() } }),
    )
    expect(await refusalOf(show(caller, code))).toBe('factor.not_allowed')
    expect(
      await world.asOwner((tx) => tx.session.count({ where: { userId: person.userId, secondFactor: 'email' } })),
    ).toBe(0)
  })
})
