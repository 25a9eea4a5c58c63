import { ACCOUNTS_PER_PHONE } from '@keyholder/domain'
import { describe, expect } from 'vitest'
import { minutes, seconds } from '../platform/clock.fake.ts'
import { type Given, it } from '../testing/it.ts'
import { enrollPhone, newPhone, withPhone } from '../testing/phones.ts'
import { queueAt } from '../testing/queue-at.ts'
import { refusalOf } from '../testing/refusal.ts'
import { secondStepRowsOf } from '../testing/second-step.ts'
import { otherThan } from '../testing/sent-code.ts'
import type { World } from '../testing/world.ts'

describe('a number that is linked at the first sign-in', () => {
  it('gets a code, and by that code opens the session after the recovery code was kept', async ({
    world,
    tenant,
    inbox,
  }) => {
    const { person, api, caller } = await newcomer({ world, tenant })
    expect(await api.signIn.startSmsEnrollment({ body: { phone: '06 1234 56 78' } })).toEqual({
      method: 'sms',
      sentTo: '…78',
      delivery: 'sending',
      resendAt: expected(world, seconds(30)),
      expiresAt: expected(world, minutes(10)),
    })
    const [text] = await inbox.all(person.membershipId)
    expect(text).toEqual({
      template: 'sms-code',
      data: { to: '+31612345678', code: expect.stringMatching(/^\d{6}$/), expiresAt: expected(world, minutes(10)) },
    })
    const { step, recoveryCode } = await api.signIn.confirmSmsEnrollment({
      body: { code: await inbox.code(person) },
    })
    expect([step, typeof recoveryCode]).toEqual(['keep-recovery-code', 'string'])
    expect(caller.cookies.has('keyholder')).toBe(false)
    expect(await api.signIn.keepRecoveryCode({ body: { kept: true } })).toEqual({ step: 'done' })
    expect((await api.session.current()).secondStep).toEqual({ method: 'sms', strong: true })
    expect(await secondStepRowsOf(world, person)).toMatchObject({ factors: 1, pending: 0, secondStep: 'linked' })
  })

  it('is told to its owner by its last two digits, and to the log', async ({ world, clock, inbox, audit }) => {
    const house = await world.addTenant('De Spar')
    const { caller } = await world.withPassword(house.holder)
    await enrollPhone(world, caller, house.holder, '+31612340037')
    const mails = await inbox.all(house.holder.membershipId)
    expect(mails.at(-1)).toEqual({
      template: 'phone-linked',
      data: { ending: '37', at: clock.now().toISOString() },
    })
    expect(await audit.actions(house.tenantId)).toEqual([
      'sign-in.password success',
      'code.sent success',
      'sms.linked success',
      'recovery-code.made success',
      'recovery-code.kept success',
      'sign-in.completed success',
    ])
    const events = JSON.stringify(await audit.events(house.tenantId))
    expect(events).toContain('…37')
    expect(events).not.toContain('12340037')
  })

  it('stands nowhere in the tables but sealed, by its keyed hash and its last two digits', async ({
    world,
    addPerson,
  }) => {
    const phone = newPhone()
    const person = await withPhone(world, await addPerson('reader'), phone)
    const [factor] = await world.asOwner((tx) => tx.factor.findMany({ where: { userId: person.userId } }))
    expect(factor).toMatchObject({
      kind: 'sms',
      state: 'linked',
      ending: phone.slice(-2),
      name: `…${phone.slice(-2)}`,
    })
    expect(factor?.phoneHash).toMatch(/^k1\./)
    expect(JSON.stringify(factor, (_, value) => (typeof value === 'bigint' ? String(value) : value))).not.toContain(
      phone.slice(3),
    )
    const codes = await world.asOwner((tx) =>
      tx.throttleCounter.findMany({ where: { key: { contains: phone.slice(3) } } }),
    )
    expect(codes).toEqual([])
  })

  it.for([
    ['+882 16 1234 5678', 'country'],
    ['+979 1 2345 6789', 'country'],
    ['+1 900 555 0123', 'country'],
    ['+881 6 1234 5678', 'country'],
    ['+44 70 1234 5678', 'country'],
    ['0900 1234', 'not_mobile'],
    ['020 123 4567', 'not_mobile'],
    ['hallo', 'not_a_number'],
  ] as const)(
    'is no number that somebody earns by: %s, and nothing is sent or counted (CHN-06)',
    async ([phone, reason], { world, tenant, inbox }) => {
      const { person, api } = await newcomer({ world, tenant })
      const refusal = await refusalOf(api.signIn.startSmsEnrollment({ body: { phone } }))
      expect(refusal).toBe(`phone.invalid ${reason}`)
      expect(await inbox.all(person.membershipId)).toEqual([])
      expect(await secondStepRowsOf(world, person)).toMatchObject({ pending: 0 })
      const counted = await world.asOwner((tx) =>
        tx.throttleCounter.count({ where: { key: { contains: person.userId } } }),
      )
      expect(counted).toBe(0)
    },
  )

  it('gets no other code until its own was shown: at sign-in it is not offered (ENR-11)', async ({
    world,
    addPerson,
  }) => {
    const person = await addPerson('reader')
    await world.signIn(person)
    const session = await world.signIn(person)
    await session.api.account.startPhone({ body: { phone: newPhone() } })
    const { caller } = await world.withPassword(person)
    const { methods } = await caller.api.signIn.state()
    expect(methods.map(({ method }) => method)).toEqual(['authenticator', 'email', 'recovery-code'])
    expect(await refusalOf(caller.api.signIn.sendCode({ body: { method: 'sms' } }))).toBe('factor.not_allowed')
  })

  it('can be linked by five accounts, and never tells which (ENR-14)', async ({ world, tenant, inbox }) => {
    const phone = newPhone()
    await linkToAccounts(ACCOUNTS_PER_PHONE, phone, { world, tenant })
    const { person, api } = await newcomer({ world, tenant })
    const answer = await refusalOf(api.signIn.startSmsEnrollment({ body: { phone } }))
    expect(answer).toBe('phone.limit')
    expect(await inbox.all(person.membershipId)).toEqual([])
  })

  it('is counted again when it is confirmed: of two that take the last place, one does (ENR-14)', async ({
    world,
    clock,
    tenant,
    inbox,
  }) => {
    const phone = newPhone()
    await linkToAccounts(ACCOUNTS_PER_PHONE - 1, phone, { world, tenant })
    const racers = [await newcomer({ world, tenant }), await newcomer({ world, tenant })]
    for (const { api } of racers) {
      await api.signIn.startSmsEnrollment({ body: { phone } })
      clock.advance(seconds(30))
    }
    const codes = await Promise.all(racers.map(({ person }) => inbox.code(person)))
    // Held where the number is as good as linked: the other comes in between.
    const [first, second] = racers.map(
      ({ api }, index) =>
        () =>
          refusalOf(api.signIn.confirmSmsEnrollment({ body: { code: codes[index] ?? '' } })),
    )
    if (!first || !second) throw new Error('Two were made.')
    const answers = await queueAt(world, racers[0]?.person.membershipId ?? '', [first, second])
    expect(answers).toEqual(['not refused', 'phone.limit'])
  })

  it('that was restarted gets a new code, and the first is void (CHN-01)', async ({ world, clock, tenant, inbox }) => {
    const { person, api } = await newcomer({ world, tenant })
    const phone = newPhone()
    await api.signIn.startSmsEnrollment({ body: { phone } })
    const first = await inbox.code(person)
    expect(await refusalOf(api.signIn.startSmsEnrollment({ body: { phone } }))).toBe('code.too_soon')
    clock.advance(seconds(30))
    await api.signIn.startSmsEnrollment({ body: { phone } })
    const second = await inbox.code(person)
    if (first !== second) {
      expect(await refusalOf(api.signIn.confirmSmsEnrollment({ body: { code: first } }))).toBe('code.wrong')
    }
    expect((await api.signIn.confirmSmsEnrollment({ body: { code: second } })).step).toBe('keep-recovery-code')
  })

  it('that was typed wrong can be put right at once', async ({ world, tenant, inbox }) => {
    const { person, api } = await newcomer({ world, tenant })
    await api.signIn.startSmsEnrollment({ body: { phone: newPhone() } })
    const right = newPhone()
    await api.signIn.startSmsEnrollment({ body: { phone: right } })
    expect((await inbox.all(person.membershipId)).at(-1)?.data.to).toBe(right)
    expect((await secondStepRowsOf(world, person)).pending).toBe(1)
  })

  it('takes the code of its own sign-in only: begun in another tab, the first has expired (ENR-05)', async ({
    world,
    addPerson,
    inbox,
  }) => {
    const person = await addPerson('reader')
    const [first, second] = [await world.withPassword(person), await world.withPassword(person)]
    await first.caller.api.signIn.startSmsEnrollment({ body: { phone: newPhone() } })
    const code = await inbox.code(person)
    expect(await refusalOf(second.caller.api.signIn.confirmSmsEnrollment({ body: { code } }))).toBe('code.not_sent')
    await second.caller.api.signIn.startSmsEnrollment({ body: { phone: newPhone() } })
    expect(await refusalOf(first.caller.api.signIn.confirmSmsEnrollment({ body: { code } }))).toBe('enrollment.expired')
    const own = await inbox.code(person)
    expect((await second.caller.api.signIn.confirmSmsEnrollment({ body: { code: own } })).step).toBe(
      'keep-recovery-code',
    )
  })

  it('takes five wrong codes and no more: then not even the right one does (REC-06)', async ({
    world,
    tenant,
    inbox,
  }) => {
    const { person, api } = await newcomer({ world, tenant })
    await api.signIn.startSmsEnrollment({ body: { phone: newPhone() } })
    const code = await inbox.code(person)
    for (let n = 0; n < 5; n++) {
      expect(await refusalOf(api.signIn.confirmSmsEnrollment({ body: { code: otherThan(code) } }))).toBe('code.wrong')
    }
    expect(await refusalOf(api.signIn.confirmSmsEnrollment({ body: { code } }))).toBe('code.too_many code')
    expect((await api.signIn.state()).sent).toBeNull()
  })

  it('takes thirty codes in a quarter of an hour, however many were sent', async ({ world, clock, tenant, inbox }) => {
    const { person, api } = await newcomer({ world, tenant })
    await api.signIn.startSmsEnrollment({ body: { phone: newPhone() } })
    const code = await inbox.code(person)
    await world.asOwner((tx) =>
      tx.throttleCounter.createMany({
        data: [
          {
            key: `enrollmentByUser|${person.userId}|900`,
            count: 30,
            windowStartedAt: clock.now(),
            windowEndsAt: clock.later(minutes(15)),
          },
        ],
      }),
    )
    expect(await refusalOf(api.signIn.confirmSmsEnrollment({ body: { code } }))).toBe('code.too_many')
  })

  it('is linked once, however often its code is shown at once over two processes (CHN-04)', async ({
    world,
    tenant,
    inbox,
  }) => {
    const { person, caller, api } = await newcomer({ world, tenant })
    await api.signIn.startSmsEnrollment({ body: { phone: newPhone() } })
    const code = await inbox.code(person)
    const second = await world.secondApp()
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) => {
        const tab = (n % 2 ? second : world).visitor(`2001:db8:ffff:${n.toString(16)}::1`)
        for (const [name, value] of caller.cookies) tab.cookies.set(name, value)
        return tab.send('POST', '/api/v1/sign-in/enrollment/sms/confirm', { body: { code } })
      }),
    )
    await second.close()
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(await secondStepRowsOf(world, person)).toMatchObject({ factors: 1, pending: 0, recoveryCodes: 1 })
  })

  it('is not linked when another tab linked something else meanwhile', async ({ world, addPerson, inbox }) => {
    const person = await addPerson('reader')
    const [first, second] = [await world.withPassword(person), await world.withPassword(person)]
    await first.caller.api.signIn.startSmsEnrollment({ body: { phone: newPhone() } })
    const code = await inbox.code(person)
    const { secret } = await second.caller.api.signIn.startEnrollment()
    person.secret = secret
    await second.caller.api.signIn.confirmEnrollment({ body: { code: await world.nextCode(person) } })
    expect(await refusalOf(first.caller.api.signIn.confirmSmsEnrollment({ body: { code } }))).toBe('attempt.missing')
    expect((await secondStepRowsOf(world, person)).factors).toBe(1)
  })

  it('takes the place of no other number by the password alone, however early that sign-in began', async ({
    world,
    clock,
    addPerson,
    inbox,
  }) => {
    const person = await addPerson('reader')
    const [thief, owner] = [await world.withPassword(person), await world.withPassword(person)]
    await owner.caller.api.signIn.startSmsEnrollment({ body: { phone: newPhone() } })
    await owner.caller.api.signIn.confirmSmsEnrollment({ body: { code: await inbox.code(person) } })
    await owner.caller.api.signIn.keepRecoveryCode({ body: { kept: true } })
    const linked = () =>
      world.asOwner((tx) =>
        tx.factor.findMany({ where: { userId: person.userId, state: 'linked' }, select: { id: true } }),
      )
    const before = await linked()
    clock.advance(seconds(31))
    await thief.caller.api.signIn.startSmsEnrollment({ body: { phone: newPhone() } })
    const code = await inbox.code(person)
    expect(await refusalOf(thief.caller.api.signIn.confirmSmsEnrollment({ body: { code } }))).toBe('attempt.missing')
    expect([await linked(), thief.caller.cookies.has('keyholder')]).toEqual([before, false])
  })

  it('is offered where the organisation allows it, and nowhere else', async ({ world }) => {
    const entry = await world.addTenant('Huisarts', { package: 'entry' })
    const { caller } = await world.withPassword(entry.holder)
    expect((await caller.api.signIn.state()).enrollable).toEqual(['authenticator', 'passkey'])
    expect(await refusalOf(caller.api.signIn.startSmsEnrollment({ body: { phone: newPhone() } }))).toBe(
      'factor.not_allowed',
    )
  })

  it('ends a re-linking: the re-link code has done its work', async ({ world, holder, addPerson }) => {
    const person = await withPhone(world, await addPerson('reader'))
    const { relinkCode } = await holder.api.users.unlinkAuthenticator({
      params: { id: person.membershipId },
      body: { reason: 'new-phone' },
    })
    const { caller, step } = await world.withPassword(person)
    expect(step).toBe('relink')
    expect(await refusalOf(caller.api.signIn.sendCode({ body: { method: 'sms' } }))).toBe('attempt.wrong_step relink')
    await caller.api.signIn.relink({ body: { code: relinkCode } })
    await enrollPhone(world, caller, person)
    expect(await secondStepRowsOf(world, person)).toMatchObject({ factors: 1, relinkCodes: 0, secondStep: 'linked' })
  })
})

describe('a page that waits for the code', () => {
  it('is told what became of it, after it was closed too', async ({ world, tenant }) => {
    const { api } = await newcomer({ world, tenant })
    const sent = await api.signIn.startSmsEnrollment({ body: { phone: newPhone() } })
    expect((await api.signIn.state()).sent).toEqual(sent)
    await world.asOwner((tx) =>
      tx.message.updateMany({ where: { state: 'waiting' }, data: { state: 'failed', payloadSealed: null } }),
    )
    expect((await api.signIn.state()).sent).toEqual({ ...sent, delivery: 'failed' })
  })
})

const expected = (world: World, milliseconds: number) => world.clock.later(milliseconds).toISOString()

/** Somebody who proved the password for the first time. */
async function newcomer({ world, tenant }: Given<'world' | 'tenant'>) {
  const person = await world.addPerson(tenant, 'reader')
  const { caller } = await world.withPassword(person)
  return { person, api: caller.api, caller }
}

/** Links this number to so many accounts, far enough apart in time that no limit on messages to one number is met. */
async function linkToAccounts(count: number, phone: string, { world, tenant }: Given<'world' | 'tenant'>) {
  for (let n = 0; n < count; n++) {
    await withPhone(world, await world.addPerson(tenant, 'reader'), phone)
    world.clock.advance(minutes(16))
  }
}
