import { FRESH_SECONDS } from '@keyholder/domain'
import { describe, expect } from 'vitest'
import { minutes, seconds } from '../platform/clock.fake.ts'
import { type Given, it } from '../testing/it.ts'
import { newPhone, signInWithPhone } from '../testing/phones.ts'
import { refusalOf } from '../testing/refusal.ts'
import { secondStepRowsOf } from '../testing/second-step.ts'
import { otherThan, sentCode } from '../testing/sent-code.ts'
import { mailsTo } from '../testing/stored-rows.ts'
import type { Person, SignedIn, World } from '../testing/world.ts'

describe('a number beside what is linked', () => {
  it('is linked by the code that was sent to it, and takes the second step from then on', async ({
    world,
    tenant,
    inbox,
  }) => {
    const caller = await withApp({ world, tenant })
    const phone = newPhone()
    const sent = await start(caller, phone)
    expect(sent).toMatchObject({ method: 'sms', sentTo: `…${phone.slice(-2)}`, delivery: 'sending' })
    expect(await caller.api.account.phoneCodeSent()).toEqual({ sent })
    expect((await phonesOf(world, caller.person)).map(({ state }) => state)).toEqual(['pending'])
    await confirm(caller, await inbox.code(caller.person))
    expect(await phonesOf(world, caller.person)).toMatchObject([{ state: 'linked', ending: phone.slice(-2) }])
    expect(await caller.api.account.phoneCodeSent()).toEqual({ sent: null })
    const { caller: next } = await world.withPassword(caller.person)
    expect((await next.api.signIn.state()).methods.map(({ method }) => method)).toEqual([
      'authenticator',
      'sms',
      'recovery-code',
    ])
    expect(await templates(world, caller.person)).toContain('phone-linked')
    expect(await templates(world, caller.person)).not.toContain('phone-removed')
  })

  it('needs a second step of the last ten minutes, at both ends (ENR-13)', async ({ world, clock, tenant }) => {
    const caller = await withApp({ world, tenant })
    clock.advance(seconds(FRESH_SECONDS + 1))
    expect(await refusalOf(start(caller, newPhone()))).toBe('session.not_fresh')
    expect(await refusalOf(confirm(caller, '000000'))).toBe('session.not_fresh')
  })

  it('is not linked without the code, nor with that of another session', async ({ world, tenant, inbox }) => {
    const first = await withApp({ world, tenant })
    const second = await world.signIn(first.person)
    expect(await refusalOf(confirm(first, '000000'))).toBe('code.not_sent')
    await start(first, newPhone())
    const code = await inbox.code(first.person)
    expect(await refusalOf(confirm(second, code))).toBe('code.not_sent')
    expect(await refusalOf(confirm(first, otherThan(code)))).toBe('code.wrong')
    expect((await phonesOf(world, first.person)).map(({ state }) => state)).toEqual(['pending'])
    await confirm(first, code)
  })

  it('whose linking was begun in another session has expired in the first', async ({ world, tenant, inbox }) => {
    const first = await withApp({ world, tenant })
    const second = await world.signIn(first.person)
    await start(first, newPhone())
    const code = await inbox.code(first.person)
    await start(second, newPhone())
    expect(await refusalOf(confirm(first, code))).toBe('enrollment.expired')
  })

  it('waits ten minutes for its code (AUT-08)', async ({ world, clock, tenant, inbox }) => {
    const caller = await withPhone({ world, tenant })
    await start(caller, newPhone())
    clock.advance(minutes(10))
    expect(await refusalOf(confirm(caller, await inbox.code(caller.person)))).toBe('code.expired')
    expect(await caller.api.account.phoneCodeSent()).toEqual({ sent: null })
  })

  it('is not taken where the organisation does not allow it', async ({ world }) => {
    const entry = await world.addTenant('Huisarts', { package: 'entry' })
    const caller = await world.signIn(entry.holder)
    expect(await refusalOf(start(caller, newPhone()))).toBe('factor.not_allowed')
  })

  it('that cannot receive codes is refused with the reason (CHN-06)', async ({ world, tenant }) => {
    const caller = await withApp({ world, tenant })
    expect(await refusalOf(start(caller, '+1 900 555 0123'))).toBe('phone.invalid country')
    expect(await refusalOf(start(caller, '020 123 4567'))).toBe('phone.invalid not_mobile')
  })

  it('cannot be set by hand: no such field is taken (ENR-12)', async ({ world, tenant }) => {
    const caller = await withApp({ world, tenant })
    const body = { phone: newPhone(), verified: true }
    expect((await caller.send('POST', '/api/v1/account/phone', { body })).status).toBe(400)
    expect(await phonesOf(world, caller.person)).toEqual([])
  })
})

describe('a number that another takes the place of', () => {
  it('keeps getting the codes until the new one was confirmed, and goes in that moment (ENR-13)', async ({
    world,
    clock,
    tenant,
    inbox,
  }) => {
    const former = newPhone()
    const caller = await withPhone({ world, tenant }, former)
    const [linked] = await phonesOf(world, caller.person)
    const next = newPhone()
    await start(caller, next)
    const states = (await phonesOf(world, caller.person)).map(({ state, ending }) => [state, ending])
    expect(states.sort()).toEqual([
      ['linked', former.slice(-2)],
      ['pending', next.slice(-2)],
    ])
    const code = await inbox.code(caller.person)
    clock.advance(seconds(30))
    const { caller: elsewhere } = await world.withPassword(caller.person)
    await elsewhere.api.signIn.sendCode({ body: { method: 'sms' } })
    expect((await inbox.all(caller.person.membershipId)).at(-1)?.data.to).toBe(former)
    await confirm(caller, code)
    expect(
      await refusalOf(
        elsewhere.api.signIn.verifySentCode({ body: { code: await codeTo(world, former, caller.person) } }),
      ),
    ).toBe('code.wrong')
    const now = await phonesOf(world, caller.person)
    expect(now).toMatchObject([{ state: 'linked', ending: next.slice(-2) }])
    expect(now[0]?.id).not.toBe(linked?.id)
    expect(await secondStepRowsOf(world, caller.person)).toMatchObject({ factors: 1, recoveryCodes: 1 })
  })

  it('gets a text message, and its owner a mail about both (ENR-13)', async ({
    world,
    clock,
    tenant,
    inbox,
    audit,
  }) => {
    const former = newPhone()
    const caller = await withPhone({ world, tenant }, former)
    const next = await link(world, caller)
    const at = clock.now().toISOString()
    const messages = await inbox.all(caller.person.membershipId)
    expect(messages.slice(-3)).toEqual([
      { template: 'phone-removed', data: { ending: former.slice(-2), at } },
      { template: 'sms-phone-replaced', data: { to: former } },
      { template: 'phone-linked', data: { ending: next.slice(-2), at } },
    ])
    expect((await audit.actions()).slice(-2)).toEqual(['sms.removed success', 'sms.linked success'])
  })

  it('gets one also when its text messages were used up on purpose (ENR-13)', async ({ world, tenant }) => {
    const former = newPhone()
    const caller = await withPhone({ world, tenant }, former)
    await world.asOwner((tx) =>
      tx.throttleCounter.updateMany({ where: { key: { contains: '|k1.' } }, data: { count: 5 } }),
    )
    await link(world, caller)
    expect(await templates(world, caller.person)).toContain('sms-phone-replaced')
  })

  it('is not told of anything when it is linked once more itself', async ({ world, clock, tenant }) => {
    const phone = newPhone()
    const caller = await withPhone({ world, tenant }, phone)
    clock.advance(seconds(30))
    await link(world, caller, phone)
    expect(await phonesOf(world, caller.person)).toMatchObject([{ state: 'linked', ending: phone.slice(-2) }])
    expect(await templates(world, caller.person)).not.toContain('sms-phone-replaced')
    expect(await templates(world, caller.person)).not.toContain('phone-removed')
  })

  it('makes room for another account to link it (ENR-14)', async ({ world, clock, tenant }) => {
    const phone = newPhone()
    const callers = [await withPhone({ world, tenant }, phone)]
    for (let n = 1; n < 5; n++) {
      clock.advance(minutes(16))
      callers.push(await withPhone({ world, tenant }, phone))
    }
    const sixth = await withApp({ world, tenant })
    expect(await refusalOf(start(sixth, phone))).toBe('phone.limit')
    const last = callers.at(-1)
    if (!last) throw new Error('There are five.')
    await link(world, last)
    expect(await refusalOf(start(sixth, phone))).toBe('not refused')
  })

  it('that was switched off after too many wrong codes goes as well: there is one number', async ({
    world,
    tenant,
  }) => {
    const caller = await withPhone({ world, tenant })
    await world.asOwner((tx) =>
      tx.factor.updateMany({ where: { userId: caller.person.userId, kind: 'sms' }, data: { state: 'off' } }),
    )
    await link(world, caller)
    expect((await phonesOf(world, caller.person)).map(({ state }) => state)).toEqual(['linked'])
  })

  it('is replaced once, however often the code is shown at once', async ({ world, tenant, inbox }) => {
    const caller = await withPhone({ world, tenant })
    await start(caller, newPhone())
    const code = await inbox.code(caller.person)
    const answers = await Promise.all(Array.from({ length: 10 }, () => refusalOf(confirm(caller, code))))
    expect(answers.filter((answer) => answer === 'not refused')).toHaveLength(1)
    expect((await phonesOf(world, caller.person)).map(({ state }) => state)).toEqual(['linked'])
    const told = (await templates(world, caller.person)).filter((template) => template === 'phone-removed')
    expect(told).toHaveLength(1)
  })
})

/** Somebody with an authenticator, signed in. */
const withApp = async ({ world, tenant }: Given<'world' | 'tenant'>) =>
  world.signIn(await world.addPerson(tenant, 'reader'))

/** Somebody with a number, signed in. */
const withPhone = async ({ world, tenant }: Given<'world' | 'tenant'>, phone = newPhone()) =>
  signInWithPhone(world, await world.addPerson(tenant, 'reader'), phone)

const start = ({ api }: SignedIn, phone: string) => api.account.startPhone({ body: { phone } })
const confirm = ({ api }: SignedIn, code: string) => api.account.confirmPhone({ body: { code } })

async function link(world: World, caller: SignedIn, phone = newPhone()): Promise<string> {
  await start(caller, phone)
  await confirm(caller, await sentCode(world, caller.person))
  return phone
}

const phonesOf = (world: World, { userId }: Person) =>
  world.asOwner((tx) =>
    tx.factor.findMany({
      where: { userId, kind: 'sms' },
      select: { id: true, state: true, ending: true },
      orderBy: { id: 'asc' },
    }),
  )

/** The newest code that was sent to a number. */
const codeTo = async (world: World, phone: string, { membershipId }: Person) => {
  const codes = (await mailsTo(world, membershipId)).filter(({ data }) => data.to === phone && data.code)
  return String(codes.at(-1)?.data.code)
}

const templates = async (world: World, { membershipId }: Person) =>
  (await mailsTo(world, membershipId)).map(({ template }) => template)
