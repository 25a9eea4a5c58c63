import { describe, expect } from 'vitest'
import { days, minutes, seconds } from '../platform/clock.fake.ts'
import { pendingSignIn, send, show } from '../testing/code-holders.ts'
import { type Given, it } from '../testing/it.ts'
import { newPhone, provenPerson } from '../testing/phones.ts'
import { refusalOf } from '../testing/refusal.ts'

describe('a code by e-mail', () => {
  const proven = async ({ world, tenant }: Given<'world' | 'tenant'>) =>
    provenPerson(world, await world.addPerson(tenant, 'reader'))

  it('opens a weak session for a person who used an authenticator before', async ({ world, clock, tenant, inbox }) => {
    const { person, caller, api } = await pendingSignIn({ world, tenant }, await proven({ world, tenant }))
    expect((await api.signIn.state()).methods.map(({ method }) => method)).toEqual([
      'authenticator',
      'email',
      'recovery-code',
    ])
    expect(await send(caller, 'email')).toMatchObject({ method: 'email', sentTo: person.email, delivery: 'sending' })
    expect((await inbox.all(person.membershipId)).at(-1)).toEqual({
      template: 'sign-in-code',
      data: {
        code: expect.stringMatching(/^\d{6}$/),
        expiresAt: clock.later(minutes(10)).toISOString(),
      },
    })
    expect(await show(caller, await inbox.code(person))).toEqual({ step: 'done' })
    expect((await api.session.current()).secondStep).toEqual({ method: 'email', strong: false })
    const startPhone = api.account.startPhone({ body: { phone: newPhone() } })
    expect(await refusalOf(startPhone)).toBe('session.weak')
  })

  it('is not there at the first sign-in, nor after linking alone (ENR-15, ENR-16)', async ({
    world,
    tenant,
    addPerson,
    inbox,
  }) => {
    const person = await addPerson('reader')
    const { caller: newcomer } = await pendingSignIn({ world, tenant }, person)
    expect(await refusalOf(send(newcomer, 'email'))).toBe('attempt.wrong_step enroll')
    await (await world.signIn(person)).api.session.signOut()
    const { caller, api } = await pendingSignIn({ world, tenant }, person)
    expect((await api.signIn.state()).methods.map(({ method }) => method)).toEqual(['authenticator', 'recovery-code'])
    const { status, json } = await caller.send('POST', '/api/v1/sign-in/code', { body: { method: 'email' } })
    expect([status, json]).toMatchObject([403, { code: 'factor.not_allowed' }])
    expect((await inbox.all(person.membershipId)).map(({ template }) => template)).not.toContain('sign-in-code')
  })

  it('is there once a code by SMS was shown', async ({ world, tenant, inbox }) => {
    const { person, caller } = await pendingSignIn({ world, tenant })
    expect(await refusalOf(send(caller, 'email'))).toBe('factor.not_allowed')
    await send(caller)
    await show(caller, await inbox.code(person))
    const { caller: next } = await pendingSignIn({ world, tenant }, person)
    expect(await refusalOf(send(next, 'email'))).toBe('not refused')
  })

  it('is not there while a re-linking is pending (ENR-17)', async ({ world, tenant, holder }) => {
    const person = await proven({ world, tenant })
    const params = { id: person.membershipId }
    await holder.api.users.unlinkAuthenticator({ params, body: { reason: 'lost-or-stolen' } })
    const { caller, api } = await pendingSignIn({ world, tenant }, person)
    expect((await api.signIn.state()).methods).toEqual([])
    expect(await refusalOf(send(caller, 'email'))).toBe('attempt.wrong_step relink')
  })

  it('signs in five times in thirty days, and is not sent a sixth time', async ({ world, clock, tenant, inbox }) => {
    const person = await proven({ world, tenant })
    for (let n = 0; n < 5; n++) {
      const { caller } = await pendingSignIn({ world, tenant }, person)
      await send(caller, 'email')
      expect(await show(caller, await inbox.code(person))).toEqual({ step: 'done' })
      clock.advance(days(1))
    }
    const { caller } = await pendingSignIn({ world, tenant }, person)
    expect(await refusalOf(send(caller, 'email'))).toBe('factor.not_allowed')
    clock.advance(days(26))
    const { caller: later } = await pendingSignIn({ world, tenant }, person)
    expect(await refusalOf(send(later, 'email'))).toBe('not refused')
  })

  it('may follow at once where a text message did not come: each way has its own half minute', async ({
    world,
    clock,
    tenant,
    inbox,
  }) => {
    const { person, caller } = await pendingSignIn({ world, tenant })
    await send(caller)
    const bySms = await inbox.code(person)
    await show(caller, bySms)
    clock.advance(seconds(30))
    const { caller: next } = await pendingSignIn({ world, tenant }, person)
    await send(next)
    const first = await inbox.code(person)
    await send(next, 'email')
    expect(await refusalOf(send(next, 'email'))).toBe('code.too_soon')
    const second = await inbox.code(person)
    if (first !== second) expect(await refusalOf(show(next, first))).toBe('code.wrong')
    expect(await show(next, second)).toEqual({ step: 'done' })
    expect((await next.api.session.current()).secondStep.method).toBe('email')
  })

  it('that was sent before it was forbidden opens nothing any more', async ({ world, clock, tenant, inbox }) => {
    const { person, caller } = await pendingSignIn({ world, tenant }, await proven({ world, tenant }))
    await send(caller, 'email')
    const code = await inbox.code(person)
    await world.asOwner((tx) =>
      tx.login.updateMany({ where: { userId: person.userId }, data: { resetByMailAt: clock.now() } }),
    )
    expect(await refusalOf(show(caller, code))).toBe('factor.not_allowed')
    expect(
      await world.asOwner((tx) => tx.session.count({ where: { userId: person.userId, secondFactor: 'email' } })),
    ).toBe(0)
  })
})
