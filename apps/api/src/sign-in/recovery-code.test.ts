import { newRecoveryCode } from '@keyholder/domain'
import { describe, expect } from 'vitest'
import { minutes, seconds } from '../platform/clock.fake.ts'
import type { Answer, Caller } from '../testing/caller.ts'
import { type Given, it } from '../testing/it.ts'
import { manyPendingSignIns } from '../testing/pending-sign-ins.ts'
import { refusalOf } from '../testing/refusal.ts'
import type { Person, World } from '../testing/world.ts'

describe('the recovery code', () => {
  it('signs in once, and is replaced at once by another that must be kept before going on (REC-09)', async ({
    world,
    tenant,
  }) => {
    const { person, code } = await withCode({ world, tenant })
    const caller = (await world.withPassword(person)).caller
    const { step, recoveryCode } = await use(caller, ` ${code.toLowerCase().replaceAll('-', ' ')} `)
    expect([step, recoveryCode]).toEqual([
      'keep-recovery-code',
      expect.stringMatching(/^([A-Z2-9]{5}-){4}[A-Z2-9]{5}$/),
    ])
    expect(recoveryCode).not.toBe(code)
    expect(await isIn(caller)).toBe(false)
    expect(await keep(caller)).toEqual({ step: 'done' })
    expect((await caller.api.session.current()).secondStep).toEqual({ method: 'recovery-code', strong: true })
    const again = (await world.withPassword(person)).caller
    expect(await refusalOf(use(again, code))).toBe('code.wrong')
    expect((await use(again, recoveryCode)).recoveryCode).not.toBe(recoveryCode)
  })

  it('used fifty times at once over two processes lets one in and makes one new code (REC-10)', async ({
    world,
    tenant,
    inbox,
    audit,
  }) => {
    const { person, code } = await withCode({ world, tenant })
    const second = await world.secondApp()
    const before = (await audit.actions()).filter((action) => action === 'recovery-code.made success')
    const callers = await manyPendingSignIns(world, person, { count: 50, from: [world, second] })
    const answers = await Promise.all(callers.map((caller) => caller.send('POST', PATH, { body: { code } })))
    await second.close()
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(answers.filter(({ status }) => status === 401 || status === 429)).toHaveLength(49)
    const after = (await audit.actions()).filter((action) => action === 'recovery-code.made success')
    expect(after).toHaveLength(before.length + 1)
    const mails = await inbox.all(person.membershipId)
    expect(mails.filter(({ template }) => template === 'recovery-code-used')).toHaveLength(1)
  })

  it('used fifty times at once on one sign-in goes on once (REC-10)', async ({ world, tenant }) => {
    const { person, code } = await withCode({ world, tenant })
    const caller = (await world.withPassword(person)).caller
    const tabs = Array.from({ length: 50 }, () => copyOf(world, caller))
    const answers = await Promise.all(tabs.map((tab) => tab.send('POST', PATH, { body: { code } })))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(await world.asOwner((tx) => tx.session.count({ where: { userId: person.userId } }))).toBe(0)
  })

  it('is told by mail, with what to do if it was not you, and in the log, without either code (REC-13, ENR-20)', async ({
    world,
    clock,
    tenant,
    inbox,
    audit,
  }) => {
    const { person, code } = await withCode({ world, tenant })
    const caller = (await world.withPassword(person)).caller
    const { recoveryCode } = await use(caller, code)
    const mails = await inbox.all(person.membershipId)
    expect(mails.at(-1)).toMatchObject({
      template: 'recovery-code-used',
      data: { at: clock.now().toISOString(), link: expect.stringMatching(/\/not-me#[\w-]{43}$/) },
    })
    const events = (await audit.events()).filter(({ actorId }) => actorId === person.membershipId)
    expect(events.slice(-3).map(({ action, after }) => [action, after])).toEqual([
      ['recovery-code.made', null],
      ['sign-in.second-factor', { secondFactor: 'recovery-code' }],
      ['recovery-code.used', null],
    ])
    for (const secret of [code, recoveryCode]) expect(JSON.stringify([events, mails])).not.toContain(secret)
  })

  it('with a typing error costs no try: neither of this sign-in nor of the person', async ({ world, tenant }) => {
    const { person, code } = await withCode({ world, tenant })
    const caller = (await world.withPassword(person)).caller
    const swapped = code.slice(0, -1) + (code.endsWith('A') ? 'B' : 'A')
    for (const typed of [swapped, code.slice(1), 'iets heel anders', `${code}A`, code.replace(/.$/, '0')]) {
      for (let i = 0; i < 3; i++) expect(await refusalOf(use(caller, typed))).toBe('code.wrong typing')
    }
    expect(await counterOf(world, person)).toBeNull()
    expect((await use(caller, code)).step).toBe('keep-recovery-code')
  })

  it('that reads well and is wrong counts with every other wrong code of this person (REC-05, REC-06)', async ({
    world,
    clock,
    tenant,
    audit,
  }) => {
    const { person, code } = await withCode({ world, tenant })
    const wrong = stranded('x')
    for (let round = 0; round < 2; round++) {
      const caller = (await world.withPassword(person)).caller
      for (let i = 0; i < 5; i++) expect(await refusalOf(use(caller, wrong))).toBe('code.wrong')
      expect(await refusalOf(use(caller, code))).toBe('code.too_many attempt')
    }
    expect(await counterOf(world, person)).toMatchObject({ inWindow: 10, consecutive: 10 })
    const caller = (await world.withPassword(person)).caller
    expect(await refusalOf(use(caller, code))).toBe('code.too_many user')
    const body = { code: await world.nextCode(person) }
    expect(await refusalOf(caller.api.signIn.authenticator({ body }))).toBe('code.too_many user')
    expect(await audit.last()).not.toMatchObject({ action: 'recovery-code.used' })
    clock.advance(minutes(15))
    await use((await world.withPassword(person)).caller, code)
    expect(await counterOf(world, person)).toBeNull()
  })

  it('works only for its owner', async ({ world, tenant }) => {
    const [one, other] = [await withCode({ world, tenant }), await withCode({ world, tenant })]
    expect(await refusalOf(use((await world.withPassword(one.person)).caller, other.code))).toBe('code.wrong')
    expect((await use((await world.withPassword(other.person)).caller, other.code)).step).toBe('keep-recovery-code')
  })

  it('went with the unlinking, also for a sign-in under way (ENR-19)', async ({ world, tenant, holder }) => {
    const { person, code } = await withCode({ world, tenant })
    const caller = (await world.withPassword(person)).caller
    const params = { id: person.membershipId }
    await holder.api.users.unlinkAuthenticator({ params, body: { reason: 'new-phone' } })
    expect(await refusalOf(use(caller, code))).toBe('attempt.missing')
    expect(await refusalOf(use((await world.withPassword(person)).caller, code))).toBe('attempt.wrong_step relink')
  })

  it('opens nothing without the password before it', async ({ world, tenant }) => {
    const { code } = await withCode({ world, tenant })
    expect(await refusalOf(use(world.stranger(), code))).toBe('attempt.missing')
  })
})

describe('an answer with the new recovery code that never arrived', () => {
  /** The code was used, and what came back is lost: no new code, no new cookie. */
  async function lost({ world, tenant }: Given<'world' | 'tenant'>): Promise<{
    person: Person
    code: string
    caller: Caller
    arrived: Answer
    other: Caller
  }> {
    const { person, code } = await withCode({ world, tenant })
    const caller = (await world.withPassword(person)).caller
    const other = copyOf(world, caller)
    const arrived = await other.send('POST', PATH, { body: { code } })
    return { person, code, caller, arrived, other }
  }

  it('leaves the person a way: the same sign-in goes on at keeping a code, and makes another (REC-11)', async ({
    world,
    tenant,
  }) => {
    const { person, code, caller, other } = await lost({ world, tenant })
    expect(await refusalOf(use(caller, code))).toBe('attempt.wrong_step keep-recovery-code')
    expect((await caller.api.signIn.state()).step).toBe('keep-recovery-code')
    const { recoveryCode } = await caller.api.signIn.renewRecoveryCode()
    // Of the two ids one goes on: what the other would say to have kept is no longer the code.
    expect(await refusalOf(keep(other))).toBe('attempt.missing')
    await keep(caller)
    expect((await caller.api.session.current()).secondStep.method).toBe('recovery-code')
    expect(await attemptsOf(world, person)).toBe(0)
    expect((await use((await world.withPassword(person)).caller, recoveryCode)).step).toBe('keep-recovery-code')
  })

  it('makes no other code once the new one was kept', async ({ world, tenant }) => {
    const { person, caller, other } = await lost({ world, tenant })
    await keep(other)
    expect(await refusalOf(caller.api.signIn.renewRecoveryCode())).toBe('attempt.missing')
    expect(await refusalOf(keep(caller))).toBe('attempt.missing')
    expect(await attemptsOf(world, person)).toBe(0)
  })

  it('lets one of the two go on, of both at once', async ({ world, tenant }) => {
    const { person, caller, other } = await lost({ world, tenant })
    const answers = await Promise.all([refusalOf(keep(caller)), refusalOf(keep(other))])
    expect(answers.toSorted()).toEqual(['attempt.missing', 'not refused'])
    expect(await world.asOwner((tx) => tx.session.count({ where: { userId: person.userId } }))).toBe(1)
  })

  it('leaves that way for ten minutes, and the used code opens nothing again', async ({ world, clock, tenant }) => {
    const { person, code, caller } = await lost({ world, tenant })
    clock.advance(minutes(10) + seconds(1))
    expect(await refusalOf(caller.api.signIn.renewRecoveryCode())).toBe('attempt.missing')
    expect(await refusalOf(use((await world.withPassword(person)).caller, code))).toBe('code.wrong')
    // The authenticator still does, and asks for the code that was never kept.
    const body = { code: await world.nextCode(person) }
    expect(await (await world.withPassword(person)).caller.api.signIn.authenticator({ body })).toEqual({
      step: 'keep-recovery-code',
    })
  })

  it('counts nothing against the person, and is no session', async ({ world, tenant }) => {
    const { person, caller } = await lost({ world, tenant })
    expect(await counterOf(world, person)).toBeNull()
    expect(await isIn(caller)).toBe(false)
  })

  it('ends an earlier sign-in that shows the code which was just used up', async ({ world, as }) => {
    const caller = await as('reader')
    const { recoveryCode } = await caller.api.account.renewRecoveryCode()
    const showing = (await world.withPassword(caller.person)).caller
    await showing.api.signIn.authenticator({ body: { code: await world.nextCode(caller.person) } })
    await use((await world.withPassword(caller.person)).caller, recoveryCode)
    expect(await refusalOf(keep(showing))).toBe('attempt.missing')
  })
})

const PATH = '/api/v1/sign-in/recovery-code/use'
const use = (caller: Caller, code: string) => caller.api.signIn.recoveryCode({ body: { code } })
const keep = ({ api }: Caller) => api.signIn.keepRecoveryCode({ body: { kept: true } })
const stranded = (code: string): string => newRecoveryCode((size) => new Uint8Array(size).fill(code.charCodeAt(0)))
const isIn = async (caller: Caller) => (await caller.send('GET', '/api/v1/session')).status === 200

/** Somebody with a recovery code that they kept, and the code. */
async function withCode({ world, tenant }: Given<'world' | 'tenant'>): Promise<{ person: Person; code: string }> {
  const caller = await world.signIn(await world.addPerson(tenant, 'reader'))
  const { recoveryCode: code } = await caller.api.account.renewRecoveryCode()
  await caller.api.account.keepRecoveryCode({ body: { kept: true } })
  await caller.api.session.signOut()
  return { person: caller.person, code }
}

/** The same browser once more: the same cookies, of now. */
function copyOf(world: World, { cookies }: Caller): Caller {
  const copy = world.stranger()
  for (const [name, value] of cookies) copy.cookies.set(name, value)
  return copy
}

const attemptsOf = (world: World, { userId }: Person) =>
  world.asOwner((tx) => tx.signInAttempt.count({ where: { userId } }))
const counterOf = (world: World, { userId }: Person) =>
  world.asOwner((tx) => tx.secondFactorCounter.findFirst({ where: { userId } }))
