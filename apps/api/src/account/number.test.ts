import { FRESH_SECONDS } from '@keyholder/domain'
import { describe, expect } from 'vitest'
import { minutes, seconds } from '../platform/clock.fake.ts'
import { type Given, it } from '../testing/it.ts'
import { mailsTo } from '../testing/kept.ts'
import { newNumber, signInWithNumber } from '../testing/numbers.ts'
import { refusalOf } from '../testing/refusal.ts'
import { standingOf } from '../testing/second-step.ts'
import { otherThan, sentCode } from '../testing/sent-code.ts'
import type { Person, SignedIn, World } from '../testing/world.ts'

describe('a number beside what is linked', () => {
  it('is linked by the code that was sent to it, and takes the second step from then on', async ({
    world,
    tenant,
    inbox,
  }) => {
    const caller = await withApp({ world, tenant })
    const number = newNumber()
    const sent = await start(caller, number)
    expect(sent).toMatchObject({ way: 'sms', sentTo: `…${number.slice(-2)}`, delivery: 'sending' })
    expect(await caller.api.account.numberSent()).toEqual({ sent })
    expect((await numbersOf(world, caller.person)).map(({ state }) => state)).toEqual(['pending'])
    await confirm(caller, await inbox.code(caller.person))
    expect(await numbersOf(world, caller.person)).toMatchObject([{ state: 'linked', ending: number.slice(-2) }])
    expect(await caller.api.account.numberSent()).toEqual({ sent: null })
    const { caller: next } = await world.withPassword(caller.person)
    expect((await next.api.signIn.standing()).ways.map(({ way }) => way)).toEqual([
      'authenticator',
      'sms',
      'recovery-code',
    ])
    expect(await templates(world, caller.person)).toContain('number-linked')
    expect(await templates(world, caller.person)).not.toContain('number-removed')
  })

  it('needs a second step of the last ten minutes, at both ends (ENR-13)', async ({ world, clock, tenant }) => {
    const caller = await withApp({ world, tenant })
    clock.advance(seconds(FRESH_SECONDS + 1))
    expect(await refusalOf(start(caller, newNumber()))).toBe('session.not_fresh')
    expect(await refusalOf(confirm(caller, '000000'))).toBe('session.not_fresh')
  })

  it('is not linked without the code, nor with that of another session', async ({ world, tenant, inbox }) => {
    const first = await withApp({ world, tenant })
    const second = await world.signIn(first.person)
    expect(await refusalOf(confirm(first, '000000'))).toBe('code.not_sent')
    await start(first, newNumber())
    const code = await inbox.code(first.person)
    expect(await refusalOf(confirm(second, code))).toBe('code.not_sent')
    expect(await refusalOf(confirm(first, otherThan(code)))).toBe('code.wrong')
    expect((await numbersOf(world, first.person)).map(({ state }) => state)).toEqual(['pending'])
    await confirm(first, code)
  })

  it('whose linking was begun in another session has expired in the first', async ({ world, tenant, inbox }) => {
    const first = await withApp({ world, tenant })
    const second = await world.signIn(first.person)
    await start(first, newNumber())
    const code = await inbox.code(first.person)
    await start(second, newNumber())
    expect(await refusalOf(confirm(first, code))).toBe('enrolment.expired')
  })

  it('waits ten minutes for its code (AUT-08)', async ({ world, clock, tenant, inbox }) => {
    const caller = await withNumber({ world, tenant })
    await start(caller, newNumber())
    clock.advance(minutes(10))
    expect(await refusalOf(confirm(caller, await inbox.code(caller.person)))).toBe('code.expired')
    expect(await caller.api.account.numberSent()).toEqual({ sent: null })
  })

  it('is not taken where the organisation does not allow it', async ({ world }) => {
    const entry = await world.addTenant('Huisarts', { package: 'entry' })
    const caller = await world.signIn(entry.holder)
    expect(await refusalOf(start(caller, newNumber()))).toBe('factor.not_allowed')
  })

  it('that is no number that codes can go to is told with the reason (CHN-06)', async ({ world, tenant }) => {
    const caller = await withApp({ world, tenant })
    expect(await refusalOf(start(caller, '+1 900 555 0123'))).toBe('phone.invalid country')
    expect(await refusalOf(start(caller, '020 123 4567'))).toBe('phone.invalid not_mobile')
  })

  it('cannot be set by hand: no such field is taken (ENR-12)', async ({ world, tenant }) => {
    const caller = await withApp({ world, tenant })
    const body = { number: newNumber(), verified: true }
    expect((await caller.send('POST', '/api/v1/account/number', { body })).status).toBe(400)
    expect(await numbersOf(world, caller.person)).toEqual([])
  })
})

describe('a number that another takes the place of', () => {
  it('keeps getting the codes until the new one was confirmed, and goes in that moment (ENR-13)', async ({
    world,
    clock,
    tenant,
    inbox,
  }) => {
    const former = newNumber()
    const caller = await withNumber({ world, tenant }, former)
    const [linked] = await numbersOf(world, caller.person)
    const next = newNumber()
    await start(caller, next)
    const states = (await numbersOf(world, caller.person)).map(({ state, ending }) => [state, ending])
    expect(states.sort()).toEqual([
      ['linked', former.slice(-2)],
      ['pending', next.slice(-2)],
    ])
    const code = await inbox.code(caller.person)
    clock.advance(seconds(30))
    const { caller: elsewhere } = await world.withPassword(caller.person)
    await elsewhere.api.signIn.sendCode({ body: { way: 'sms' } })
    expect((await inbox.all(caller.person.membershipId)).at(-1)?.data.to).toBe(former)
    await confirm(caller, code)
    expect(
      await refusalOf(elsewhere.api.signIn.showCode({ body: { code: await codeTo(world, former, caller.person) } })),
    ).toBe('code.wrong')
    const now = await numbersOf(world, caller.person)
    expect(now).toMatchObject([{ state: 'linked', ending: next.slice(-2) }])
    expect(now[0]?.id).not.toBe(linked?.id)
    expect(await standingOf(world, caller.person)).toMatchObject({ factors: 1, recoveryCodes: 1 })
  })

  it('is told so by SMS, and its owner by mail about both (ENR-13)', async ({ world, clock, tenant, inbox, audit }) => {
    const former = newNumber()
    const caller = await withNumber({ world, tenant }, former)
    const next = await link(world, caller)
    const at = clock.now().toISOString()
    const messages = await inbox.all(caller.person.membershipId)
    expect(messages.slice(-3)).toEqual([
      { template: 'number-removed', data: { ending: former.slice(-2), at } },
      { template: 'sms-number-replaced', data: { to: former } },
      { template: 'number-linked', data: { ending: next.slice(-2), at } },
    ])
    expect((await audit.actions()).slice(-2)).toEqual(['sms.removed success', 'sms.linked success'])
  })

  it('is told so also when its text messages were used up on purpose (ENR-13)', async ({ world, tenant }) => {
    const former = newNumber()
    const caller = await withNumber({ world, tenant }, former)
    await world.asOwner((tx) =>
      tx.throttleCounter.updateMany({ where: { key: { contains: '|k1.' } }, data: { count: 5 } }),
    )
    await link(world, caller)
    expect(await templates(world, caller.person)).toContain('sms-number-replaced')
  })

  it('is not told of anything when it is linked once more itself', async ({ world, clock, tenant }) => {
    const number = newNumber()
    const caller = await withNumber({ world, tenant }, number)
    clock.advance(seconds(30))
    await link(world, caller, number)
    expect(await numbersOf(world, caller.person)).toMatchObject([{ state: 'linked', ending: number.slice(-2) }])
    expect(await templates(world, caller.person)).not.toContain('sms-number-replaced')
    expect(await templates(world, caller.person)).not.toContain('number-removed')
  })

  it('makes room for whoever else wants to link it (ENR-14)', async ({ world, clock, tenant }) => {
    const number = newNumber()
    const callers = [await withNumber({ world, tenant }, number)]
    for (let n = 1; n < 5; n++) {
      clock.advance(minutes(16))
      callers.push(await withNumber({ world, tenant }, number))
    }
    const sixth = await withApp({ world, tenant })
    expect(await refusalOf(start(sixth, number))).toBe('phone.limit')
    const last = callers.at(-1)
    if (!last) throw new Error('There are five.')
    await link(world, last)
    expect(await refusalOf(start(sixth, number))).toBe('not refused')
  })

  it('that was switched off after too many wrong codes goes as well: there is one number', async ({
    world,
    tenant,
  }) => {
    const caller = await withNumber({ world, tenant })
    await world.asOwner((tx) =>
      tx.factor.updateMany({ where: { userId: caller.person.userId, kind: 'sms' }, data: { state: 'off' } }),
    )
    await link(world, caller)
    expect((await numbersOf(world, caller.person)).map(({ state }) => state)).toEqual(['linked'])
  })

  it('is replaced once, however often the code is shown at once', async ({ world, tenant, inbox }) => {
    const caller = await withNumber({ world, tenant })
    await start(caller, newNumber())
    const code = await inbox.code(caller.person)
    const answers = await Promise.all(Array.from({ length: 10 }, () => refusalOf(confirm(caller, code))))
    expect(answers.filter((answer) => answer === 'not refused')).toHaveLength(1)
    expect((await numbersOf(world, caller.person)).map(({ state }) => state)).toEqual(['linked'])
    const told = (await templates(world, caller.person)).filter((template) => template === 'number-removed')
    expect(told).toHaveLength(1)
  })
})

/** Somebody with an authenticator, signed in. */
const withApp = async ({ world, tenant }: Given<'world' | 'tenant'>) =>
  world.signIn(await world.addPerson(tenant, 'reader'))

/** Somebody with a number, signed in. */
const withNumber = async ({ world, tenant }: Given<'world' | 'tenant'>, number = newNumber()) =>
  signInWithNumber(world, await world.addPerson(tenant, 'reader'), number)

const start = ({ api }: SignedIn, number: string) => api.account.startNumber({ body: { number } })
const confirm = ({ api }: SignedIn, code: string) => api.account.confirmNumber({ body: { code } })

async function link(world: World, caller: SignedIn, number = newNumber()): Promise<string> {
  await start(caller, number)
  await confirm(caller, await sentCode(world, caller.person))
  return number
}

const numbersOf = (world: World, { userId }: Person) =>
  world.asOwner((tx) =>
    tx.factor.findMany({
      where: { userId, kind: 'sms' },
      select: { id: true, state: true, ending: true },
      orderBy: { id: 'asc' },
    }),
  )

/** The newest code that was sent to a number. */
const codeTo = async (world: World, number: string, { membershipId }: Person) => {
  const codes = (await mailsTo(world, membershipId)).filter(({ data }) => data.to === number && data.code)
  return String(codes.at(-1)?.data.code)
}

const templates = async (world: World, { membershipId }: Person) =>
  (await mailsTo(world, membershipId)).map(({ template }) => template)
