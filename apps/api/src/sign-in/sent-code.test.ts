import { DISABLE_AFTER_CONSECUTIVE } from '@keyholder/domain'
import { describe, expect } from 'vitest'
import { minutes, seconds } from '../platform/clock.fake.ts'
import { numbered, pendingSignIn, send, show } from '../testing/code-holders.ts'
import { it } from '../testing/it.ts'
import { manyPendingSignIns } from '../testing/pending-sign-ins.ts'
import { newPhone, withPhone } from '../testing/phones.ts'
import { refusalOf } from '../testing/refusal.ts'
import { otherThan } from '../testing/sent-code.ts'

describe('a code by SMS', () => {
  it('is sent to the linked number and opens the session', async ({ world, clock, tenant, inbox }) => {
    const phone = newPhone()
    const { person, api, caller } = await pendingSignIn({ world, tenant }, await numbered({ world, tenant }, phone))
    expect((await api.signIn.state()).methods).toEqual([
      { method: 'sms', sentTo: `…${phone.slice(-2)}` },
      { method: 'recovery-code', sentTo: null },
    ])
    const sent = await send(caller)
    expect(sent).toMatchObject({ method: 'sms', sentTo: `…${phone.slice(-2)}`, delivery: 'sending' })
    expect((await inbox.all(person.membershipId)).at(-1)).toMatchObject({
      template: 'sms-code',
      data: { to: phone },
    })
    expect(await show(caller, await inbox.code(person))).toEqual({ step: 'done' })
    expect((await api.session.current()).secondStep).toEqual({ method: 'sms', strong: true })
    const factor = await world.asOwner((tx) => tx.factor.findFirst({ where: { userId: person.userId } }))
    expect(factor?.lastUsedAt).toEqual(clock.now())
  })

  it('works once, and only the newest one does (CHN-01, CHN-04)', async ({ world, clock, tenant, inbox }) => {
    const { person, caller } = await pendingSignIn({ world, tenant })
    await send(caller)
    const first = await inbox.code(person)
    clock.advance(seconds(30))
    await send(caller)
    const second = await inbox.code(person)
    if (first !== second) expect(await refusalOf(show(caller, first))).toBe('code.wrong')
    expect(await show(caller, second)).toEqual({ step: 'done' })
    const { caller: again } = await pendingSignIn({ world, tenant }, person)
    expect(await refusalOf(show(again, second))).toBe('code.not_sent')
  })

  it('works in the sign-in that asked for it, and in no other', async ({ world, clock, tenant, inbox }) => {
    const person = await numbered({ world, tenant })
    const [first, second] = [
      await pendingSignIn({ world, tenant }, person),
      await pendingSignIn({ world, tenant }, person),
    ]
    await send(first.caller)
    const code = await inbox.code(person)
    expect(await refusalOf(show(second.caller, code))).toBe('code.not_sent')
    clock.advance(seconds(30))
    await send(second.caller)
    if (code !== (await inbox.code(person))) expect(await refusalOf(show(second.caller, code))).toBe('code.wrong')
    expect(await show(first.caller, code)).toEqual({ step: 'done' })
  })

  it('moved to another sign-in by hand, in the tables, opens nothing', async ({ world, tenant, inbox }) => {
    const person = await numbered({ world, tenant })
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
    expect(await refusalOf(show(second, await inbox.code(person)))).toBe('code.wrong')
  })

  it('shown fifty times at once over two processes opens one session (CHN-04)', async ({ world, tenant, inbox }) => {
    const { person, caller } = await pendingSignIn({ world, tenant })
    await send(caller)
    const code = await inbox.code(person)
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

  it('takes five wrong tries, also a hundred at once: then not even the right one does (REC-06)', async ({
    world,
    tenant,
    inbox,
  }) => {
    const { person, caller } = await pendingSignIn({ world, tenant })
    await send(caller)
    const code = await inbox.code(person)
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

  it('takes five tries itself, whatever the sign-in takes (CHN-04)', async ({ world, tenant, inbox }) => {
    const { person, caller } = await pendingSignIn({ world, tenant })
    await send(caller)
    await world.asOwner((tx) => tx.oneTimeCode.updateMany({ where: { userId: person.userId }, data: { tries: 5 } }))
    expect(await refusalOf(show(caller, await inbox.code(person)))).toBe('code.too_many code')
    expect((await caller.api.signIn.state()).sent).toBeNull()
  })

  it('that is wrong is counted over all ways and sign-ins of its owner, and told to the log (REC-05)', async ({
    world,
    clock,
    tenant,
    inbox,
    audit,
  }) => {
    const person = await numbered({ world, tenant })
    let code = ''
    for (const tries of [5, 5]) {
      const { caller } = await pendingSignIn({ world, tenant }, person)
      await send(caller)
      code = await inbox.code(person)
      for (let n = 0; n < tries; n++) expect(await refusalOf(show(caller, otherThan(code)))).toBe('code.wrong')
      clock.advance(seconds(30))
    }
    const { caller } = await pendingSignIn({ world, tenant }, person)
    await send(caller)
    expect(await refusalOf(show(caller, await inbox.code(person)))).toBe('code.too_many user')
    const events = await audit.events()
    const wrong = events.filter(
      ({ action, actorId }) => action === 'sign-in.second-factor' && actorId === person.membershipId,
    )
    expect(wrong).toHaveLength(10)
    expect(wrong[0]).toMatchObject({ outcome: 'failure', reason: 'code.wrong', after: { secondFactor: 'sms' } })
  })

  it('that is right resets the count of wrong ones', async ({ world, tenant, inbox }) => {
    const { person, caller } = await pendingSignIn({ world, tenant })
    await send(caller)
    const code = await inbox.code(person)
    await refusalOf(show(caller, otherThan(code)))
    await show(caller, code)
    expect(await world.asOwner((tx) => tx.secondFactorCounter.count({ where: { userId: person.userId } }))).toBe(0)
  })

  it('is not sent to a person whose second step was switched off: it would not be compared', async ({
    world,
    clock,
    tenant,
    inbox,
  }) => {
    const { person, caller } = await pendingSignIn({ world, tenant })
    const counter = { homeTenantId: person.tenantId, userId: person.userId, inWindow: 1 }
    await world.asOwner((tx) =>
      tx.secondFactorCounter.createMany({
        data: [{ ...counter, windowStartedAt: clock.now(), consecutive: DISABLE_AFTER_CONSECUTIVE }],
      }),
    )
    const before = await inbox.all(person.membershipId)
    expect(await refusalOf(send(caller))).toBe('factor.disabled')
    expect(await inbox.all(person.membershipId)).toEqual(before)
  })

  it('cannot be asked for twice within half a minute, across sign-ins (CHN-05)', async ({ world, clock, tenant }) => {
    const person = await numbered({ world, tenant })
    const [first, second] = [
      await pendingSignIn({ world, tenant }, person),
      await pendingSignIn({ world, tenant }, person),
    ]
    await send(first.caller)
    clock.advance(seconds(10))
    for (const { caller } of [first, second]) {
      const { status, headers, json } = await caller.send('POST', '/api/v1/sign-in/code', { body: { method: 'sms' } })
      expect([status, headers['retry-after']]).toEqual([429, '20'])
      expect(json).toMatchObject({ code: 'code.too_soon', retryAfter: 20 })
    }
    clock.advance(seconds(20) - 1)
    expect(await refusalOf(send(first.caller))).toBe('code.too_soon')
    clock.advance(1)
    expect(await refusalOf(send(first.caller))).toBe('not refused')
  })

  it('is not shown without having been sent, and that costs no try', async ({ world, tenant, inbox }) => {
    const { person, caller } = await pendingSignIn({ world, tenant })
    for (let n = 0; n < 7; n++) expect(await refusalOf(show(caller, '000000'))).toBe('code.not_sent')
    await send(caller)
    expect(await show(caller, await inbox.code(person))).toEqual({ step: 'done' })
  })

  it('expires with its sign-in, ten minutes after the password (AUT-08)', async ({ world, clock, tenant, inbox }) => {
    const { person, caller } = await pendingSignIn({ world, tenant })
    await send(caller)
    clock.advance(minutes(10))
    expect(await refusalOf(show(caller, await inbox.code(person)))).toBe('attempt.missing')
  })

  it('has expired ten minutes after it was sent, and that costs no try (AUT-08)', async ({
    world,
    clock,
    tenant,
    inbox,
  }) => {
    const { person, caller } = await pendingSignIn({ world, tenant })
    await send(caller)
    const code = await inbox.code(person)
    const expiresAt = clock.later(minutes(30))
    await world.asOwner((tx) => tx.signInAttempt.updateMany({ where: { userId: person.userId }, data: { expiresAt } }))
    clock.advance(minutes(10))
    expect((await caller.api.signIn.state()).sent).toBeNull()
    expect(await refusalOf(show(caller, code))).toBe('code.expired')
    expect(await world.asOwner((tx) => tx.secondFactorCounter.count({ where: { userId: person.userId } }))).toBe(0)
  })

  it('to a number that was taken away meanwhile opens nothing', async ({ world, tenant, inbox }) => {
    const { person, caller } = await pendingSignIn({ world, tenant })
    await send(caller)
    const code = await inbox.code(person)
    await world.asOwner((tx) =>
      tx.factor.updateMany({ where: { userId: person.userId }, data: { id: world.platform.random.uuid() } }),
    )
    expect(await refusalOf(show(caller, code))).toBe('code.wrong')
  })

  it('of a number that the organisation no longer takes leads to linking something else, never to the session', async ({
    world,
    clock,
    tenant,
    inbox,
  }) => {
    const house = await world.addTenant('De Spar')
    const person = await withPhone(world, await world.addPerson(house, 'reader'))
    clock.advance(seconds(30))
    const now = clock.now()
    const limits = { passkeyAlone: false, idleMinutes: 30, absoluteHours: 12, passwordMin: 8, changedAt: now }
    await world.asOwner((tx) =>
      tx.policy.createMany({
        data: [{ tenantId: house.tenantId, allowed: ['authenticator'], phasedOut: [], ...limits }],
      }),
    )
    const { caller, api } = await pendingSignIn({ world, tenant }, person)
    await send(caller)
    expect(await show(caller, await inbox.code(person))).toEqual({ step: 'enroll' })
    expect(await api.signIn.state()).toMatchObject({ noLongerAllowed: 'sms', enrollable: ['authenticator'] })
    expect(await refusalOf(api.signIn.startSmsEnrollment({ body: { phone: newPhone() } }))).toBe('factor.not_allowed')
  })

  it('that was sent is told to the log of the organisation, without the code', async ({
    world,
    clock,
    tenant,
    inbox,
    audit,
  }) => {
    const house = await world.addTenant('De Eik')
    const person = await withPhone(world, await world.addPerson(house, 'reader'))
    clock.advance(seconds(30))
    const { caller } = await pendingSignIn({ world, tenant }, person)
    await send(caller)
    const code = await inbox.code(person)
    const events = await audit.events(house.tenantId)
    expect(events.at(-1)).toMatchObject({
      action: 'code.sent',
      actorId: person.membershipId,
      after: { secondFactor: 'sms' },
    })
    expect(JSON.stringify(events.at(-1))).not.toContain(`"${code}"`)
    await show(caller, code)
    expect((await audit.actions(house.tenantId)).at(-1)).toBe('sign-in.completed success')
  })

  it('is kept as a keyed hash only', async ({ world, tenant }) => {
    const { person, caller } = await pendingSignIn({ world, tenant })
    await send(caller)
    const kept = await world.asOwner((tx) => tx.oneTimeCode.findFirst({ where: { userId: person.userId } }))
    expect(kept?.codeHash).toMatch(/^k1\.[A-Za-z0-9_-]{43}$/)
  })
})
