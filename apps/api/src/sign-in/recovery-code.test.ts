import { newRecoveryCode } from '@keyholder/domain'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { minutes, seconds } from '../platform/clock.fake.ts'
import type { Answer, Caller } from '../testing/caller.ts'
import { manyPendingSignIns } from '../testing/pending-sign-ins.ts'
import { refusalOf } from '../testing/refusal.ts'
import { signInAnywhere, stranger, withPassword } from '../testing/second-step.ts'
import { actionsOf, eventsOf, mailsTo } from '../testing/stored-rows.ts'
import { createWorld, type Person, type Tenant, type World } from '../testing/world.ts'

let world: World
let tenant: Tenant
beforeAll(async () => {
  world = await createWorld()
  tenant = await world.addTenant('De Linde')
})
afterAll(() => world.close())

const PATH = '/api/v1/sign-in/recovery-code/use'
const use = (caller: Caller, code: string) => caller.api.signIn.recoveryCode({ body: { code } })
const keep = ({ api }: Caller) => api.signIn.keepRecoveryCode({ body: { kept: true } })
const stranded = (code: string): string => newRecoveryCode((size) => new Uint8Array(size).fill(code.charCodeAt(0)))
const isIn = async (caller: Caller) => (await caller.send('GET', '/api/v1/session')).status === 200

/** Somebody with a recovery code that they kept, and the code. */
async function withCode(): Promise<{ person: Person; code: string }> {
  const caller = await signInAnywhere(world, await world.addPerson(tenant, 'reader'))
  const { recoveryCode: code } = await caller.api.account.renewRecoveryCode()
  await caller.api.account.keepRecoveryCode({ body: { kept: true } })
  await caller.api.session.signOut()
  return { person: caller.person, code }
}

const pendingSignIn = async (person: Person) => (await withPassword(world, person)).caller

/** The same browser once more: the same cookies, of now. */
function copyOf({ cookies }: Caller): Caller {
  const copy = stranger(world)
  for (const [name, value] of cookies) copy.cookies.set(name, value)
  return copy
}

const attemptsOf = ({ userId }: Person) => world.asOwner((tx) => tx.signInAttempt.count({ where: { userId } }))
const counterOf = ({ userId }: Person) => world.asOwner((tx) => tx.secondFactorCounter.findFirst({ where: { userId } }))

describe('the recovery code', () => {
  it('signs in once, and is replaced at once by another that must be kept before going on (REC-09)', async () => {
    const { person, code } = await withCode()
    const caller = await pendingSignIn(person)
    const { step, recoveryCode } = await use(caller, ` ${code.toLowerCase().replaceAll('-', ' ')} `)
    expect([step, recoveryCode]).toEqual([
      'keep-recovery-code',
      expect.stringMatching(/^([A-Z2-9]{5}-){4}[A-Z2-9]{5}$/),
    ])
    expect(recoveryCode).not.toBe(code)
    expect(await isIn(caller)).toBe(false)
    expect(await keep(caller)).toEqual({ step: 'done' })
    expect((await caller.api.session.current()).secondStep).toEqual({ method: 'recovery-code', strong: true })
    const again = await pendingSignIn(person)
    expect(await refusalOf(use(again, code))).toBe('code.wrong')
    expect((await use(again, recoveryCode)).recoveryCode).not.toBe(recoveryCode)
  })

  it('used fifty times at once over two processes lets one in and makes one new code (REC-10)', async () => {
    const { person, code } = await withCode()
    const second = await world.secondApp()
    const before = (await actionsOf(world, tenant.tenantId)).filter((action) => action === 'recovery-code.made success')
    const callers = await manyPendingSignIns(world, person, { count: 50, from: [world, second] })
    const answers = await Promise.all(callers.map((caller) => caller.send('POST', PATH, { body: { code } })))
    await second.close()
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(answers.filter(({ status }) => status === 401 || status === 429)).toHaveLength(49)
    const after = (await actionsOf(world, tenant.tenantId)).filter((action) => action === 'recovery-code.made success')
    expect(after).toHaveLength(before.length + 1)
    const mails = await mailsTo(world, person.membershipId)
    expect(mails.filter(({ template }) => template === 'recovery-code-used')).toHaveLength(1)
  })

  it('used fifty times at once on one sign-in goes on once (REC-10)', async () => {
    const { person, code } = await withCode()
    const caller = await pendingSignIn(person)
    const tabs = Array.from({ length: 50 }, () => copyOf(caller))
    const answers = await Promise.all(tabs.map((tab) => tab.send('POST', PATH, { body: { code } })))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(await world.asOwner((tx) => tx.session.count({ where: { userId: person.userId } }))).toBe(0)
  })

  it('is told by mail with what to do if it was not you, and to the log, without either code (REC-13, ENR-20)', async () => {
    const { person, code } = await withCode()
    const caller = await pendingSignIn(person)
    const { recoveryCode } = await use(caller, code)
    const mails = await mailsTo(world, person.membershipId)
    expect(mails.at(-1)).toMatchObject({
      template: 'recovery-code-used',
      data: { at: world.clock.now().toISOString(), link: expect.stringMatching(/\/not-me#[\w-]{43}$/) },
    })
    const events = (await eventsOf(world, tenant.tenantId)).filter(({ actorId }) => actorId === person.membershipId)
    expect(events.slice(-3).map(({ action, after }) => [action, after])).toEqual([
      ['recovery-code.made', null],
      ['sign-in.second-factor', { secondFactor: 'recovery-code' }],
      ['recovery-code.used', null],
    ])
    for (const secret of [code, recoveryCode]) expect(JSON.stringify([events, mails])).not.toContain(secret)
  })

  it('with a typing error costs no try: neither of this sign-in nor of the person', async () => {
    const { person, code } = await withCode()
    const caller = await pendingSignIn(person)
    const swapped = code.slice(0, -1) + (code.endsWith('A') ? 'B' : 'A')
    for (const typed of [swapped, code.slice(1), 'iets heel anders', `${code}A`, code.replace(/.$/, '0')]) {
      for (let i = 0; i < 3; i++) expect(await refusalOf(use(caller, typed))).toBe('code.wrong typing')
    }
    expect(await counterOf(person)).toBeNull()
    expect((await use(caller, code)).step).toBe('keep-recovery-code')
  })

  it('that reads well and is wrong counts with every other wrong code of this person (REC-05, REC-06)', async () => {
    const { person, code } = await withCode()
    const wrong = stranded('x')
    for (let round = 0; round < 2; round++) {
      const caller = await pendingSignIn(person)
      for (let i = 0; i < 5; i++) expect(await refusalOf(use(caller, wrong))).toBe('code.wrong')
      expect(await refusalOf(use(caller, code))).toBe('code.too_many attempt')
    }
    expect(await counterOf(person)).toMatchObject({ inWindow: 10, consecutive: 10 })
    const caller = await pendingSignIn(person)
    expect(await refusalOf(use(caller, code))).toBe('code.too_many user')
    const body = { code: await world.nextCode(person) }
    expect(await refusalOf(caller.api.signIn.authenticator({ body }))).toBe('code.too_many user')
    expect((await eventsOf(world, tenant.tenantId)).at(-1)).not.toMatchObject({ action: 'recovery-code.used' })
    world.clock.advance(minutes(15))
    await use(await pendingSignIn(person), code)
    expect(await counterOf(person)).toBeNull()
  })

  it('is somebody’s own', async () => {
    const [one, other] = [await withCode(), await withCode()]
    expect(await refusalOf(use(await pendingSignIn(one.person), other.code))).toBe('code.wrong')
    expect((await use(await pendingSignIn(other.person), other.code)).step).toBe('keep-recovery-code')
  })

  it('went with the unlinking, also for a sign-in that was half way (ENR-19)', async () => {
    const { person, code } = await withCode()
    const caller = await pendingSignIn(person)
    const holder = await signInAnywhere(world, tenant.holder)
    const params = { id: person.membershipId }
    await holder.api.users.unlinkAuthenticator({ params, body: { reason: 'new-phone' } })
    expect(await refusalOf(use(caller, code))).toBe('attempt.missing')
    expect(await refusalOf(use(await pendingSignIn(person), code))).toBe('attempt.wrong_step relink')
  })

  it('opens nothing without the password before it', async () => {
    const { code } = await withCode()
    expect(await refusalOf(use(stranger(world), code))).toBe('attempt.missing')
  })
})

describe('an answer with the new recovery code that never arrived', () => {
  /** The code was used, and what came back is lost: no new code, no new cookie. */
  async function lost(): Promise<{ person: Person; code: string; caller: Caller; arrived: Answer; other: Caller }> {
    const { person, code } = await withCode()
    const caller = await pendingSignIn(person)
    const other = copyOf(caller)
    const arrived = await other.send('POST', PATH, { body: { code } })
    return { person, code, caller, arrived, other }
  }

  it('leaves the person a way: the same sign-in goes on at keeping a code, and makes another (REC-11)', async () => {
    const { person, code, caller, other } = await lost()
    expect(await refusalOf(use(caller, code))).toBe('attempt.wrong_step keep-recovery-code')
    expect((await caller.api.signIn.state()).step).toBe('keep-recovery-code')
    const { recoveryCode } = await caller.api.signIn.renewRecoveryCode()
    // Of the two ids one goes on: what the other would say to have kept is no longer the code.
    expect(await refusalOf(keep(other))).toBe('attempt.missing')
    await keep(caller)
    expect((await caller.api.session.current()).secondStep.method).toBe('recovery-code')
    expect(await attemptsOf(person)).toBe(0)
    expect((await use(await pendingSignIn(person), recoveryCode)).step).toBe('keep-recovery-code')
  })

  it('makes nobody another code once the new one was kept', async () => {
    const { person, caller, other } = await lost()
    await keep(other)
    expect(await refusalOf(caller.api.signIn.renewRecoveryCode())).toBe('attempt.missing')
    expect(await refusalOf(keep(caller))).toBe('attempt.missing')
    expect(await attemptsOf(person)).toBe(0)
  })

  it('lets one of the two go on, of both at once', async () => {
    const { person, caller, other } = await lost()
    const answers = await Promise.all([refusalOf(keep(caller)), refusalOf(keep(other))])
    expect(answers.toSorted()).toEqual(['attempt.missing', 'not refused'])
    expect(await world.asOwner((tx) => tx.session.count({ where: { userId: person.userId } }))).toBe(1)
  })

  it('leaves that way for ten minutes, and the used code opens nothing again', async () => {
    const { person, code, caller } = await lost()
    world.clock.advance(minutes(10) + seconds(1))
    expect(await refusalOf(caller.api.signIn.renewRecoveryCode())).toBe('attempt.missing')
    expect(await refusalOf(use(await pendingSignIn(person), code))).toBe('code.wrong')
    // The authenticator still does, and asks for the code that was never kept.
    const body = { code: await world.nextCode(person) }
    expect(await (await pendingSignIn(person)).api.signIn.authenticator({ body })).toEqual({
      step: 'keep-recovery-code',
    })
  })

  it('counts nothing against the person, and is no session', async () => {
    const { person, caller } = await lost()
    expect(await counterOf(person)).toBeNull()
    expect(await isIn(caller)).toBe(false)
  })

  it('ends an earlier sign-in that shows the code which was just used up', async () => {
    const caller = await signInAnywhere(world, await world.addPerson(tenant, 'reader'))
    const { recoveryCode } = await caller.api.account.renewRecoveryCode()
    const showing = await pendingSignIn(caller.person)
    await showing.api.signIn.authenticator({ body: { code: await world.nextCode(caller.person) } })
    await use(await pendingSignIn(caller.person), recoveryCode)
    expect(await refusalOf(keep(showing))).toBe('attempt.missing')
  })
})
