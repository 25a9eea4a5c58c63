import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { days, minutes, seconds } from '../platform/clock.fake.ts'
import { tokenHash } from '../platform/keyed-hash.ts'
import type { Answer, Caller } from '../testing/caller.ts'
import { codeAt } from '../testing/phone.ts'
import { actionsOf, eventsOf, mailsTo } from '../testing/stored-rows.ts'
import { createWorld, PASSWORD, type Person, type Tenant, type World } from '../testing/world.ts'

let world: World
let tenant: Tenant
beforeAll(async () => {
  world = await createWorld()
  tenant = await world.addTenant('De Linde')
})
afterAll(() => world.close())

let sources = 0
const stranger = (from: Pick<World, 'visitor'> = world): Caller => {
  sources += 1
  return from.visitor(`2001:db8:${sources.toString(16)}::1`)
}

/** Somebody whose authenticator is linked, and who is signed in nowhere. */
async function linkedPerson(): Promise<Person> {
  const person = await world.addPerson(tenant, 'reader')
  await (await world.signIn(person, stranger())).api.session.signOut()
  return person
}

/** A caller who has proven the password. */
async function pendingSignIn({ email }: Person, caller: Caller = stranger()): Promise<Caller> {
  await caller.api.signIn.password({ body: { email, password: PASSWORD } })
  return caller
}

/** So many who have, put there by hand: each password takes its time. */
async function manyPendingSignIns(
  { tenantId, userId, membershipId }: Person,
  count: number,
  from: Pick<World, 'visitor'>[] = [world],
) {
  const { random } = world.platform
  const tokens = Array.from({ length: count }, () => random.token())
  const [createdAt, expiresAt] = [world.clock.now(), new Date(world.clock.now().getTime() + minutes(10))]
  const subject = { homeTenantId: tenantId, userId, membershipId, step: 'factor', createdAt, expiresAt }
  const rows = tokens.map((token) => ({
    ...subject,
    id: random.uuid(),
    tokenHash: new Uint8Array(tokenHash('attempt', token)),
  }))
  await world.asOwner((tx) => tx.signInAttempt.createMany({ data: rows }))
  return tokens.map((token, index) => {
    const caller = stranger(from[index % from.length])
    caller.cookies.set('keyholder-sign-in', token)
    return caller
  })
}

const show = (caller: Caller, code: string): Promise<Answer> =>
  caller.send('POST', '/api/v1/sign-in/authenticator', { body: { code } })

const codeNow = ({ secret }: Person, steps = 0) => codeAt(secret ?? '', world.clock.now(), { steps })

/** A code of no step near now. */
async function wrongCode(person: Person): Promise<string> {
  const near = await Promise.all([-2, -1, 0, 1, 2].map((steps) => codeNow(person, steps)))
  return ['000000', '111111', '222222', '333333', '444444', '555555'].find((code) => !near.includes(code)) ?? ''
}

const statuses = (answers: Answer[]) => answers.map(({ status }) => status)
const codes = (answers: Answer[]) => answers.map(({ json }) => (json as { code?: string } | null)?.code)

describe('a code of the authenticator', () => {
  it('works once: on another sign-in it is as wrong as any other (REC-01)', async () => {
    const person = await linkedPerson()
    const [first, second] = [await pendingSignIn(person), await pendingSignIn(person)]
    const code = await world.nextCode(person)
    expect((await show(first, code)).json).toEqual({ step: 'done' })
    const again = await show(second, code)
    const wrong = await show(second, await wrongCode(person))
    expect([again.status, again.headers['set-cookie']]).toEqual([401, undefined])
    const text = ({ body }: Answer) => body.replace(/"requestId":"[^"]*"/, '')
    expect(text(again)).toBe(text(wrong))
  })

  it('shown fifty times at once over two processes lets one in (REC-02)', async () => {
    const person = await linkedPerson()
    const second = await world.secondApp()
    const callers = await manyPendingSignIns(person, 50, [world, second])
    const code = await world.nextCode(person)
    const answers = await Promise.all(callers.map((caller) => show(caller, code)))
    await second.close()
    expect(statuses(answers).filter((status) => status === 200)).toHaveLength(1)
    expect(statuses(answers).filter((status) => status === 401 || status === 429)).toHaveLength(49)
    const sessions = await world.asOwner((tx) => tx.session.findMany({ where: { userId: person.userId } }))
    expect(sessions).toHaveLength(1)
  })

  it('shown fifty times at once on one sign-in opens one session (REC-02)', async () => {
    const person = await linkedPerson()
    const caller = await pendingSignIn(person)
    const cookies = new Map(caller.cookies)
    const code = await world.nextCode(person)
    const send = () => {
      const tab = stranger()
      for (const [name, value] of cookies) tab.cookies.set(name, value)
      return show(tab, code)
    }
    const answers = await Promise.all(Array.from({ length: 50 }, send))
    expect(statuses(answers).filter((status) => status === 200)).toHaveLength(1)
  })

  it('of the step before one that was used is refused, though still in the window (REC-03)', async () => {
    const person = await linkedPerson()
    world.clock.advance(minutes(2))
    const former = await codeNow(person, -1)
    const [first, second] = [await pendingSignIn(person), await pendingSignIn(person)]
    expect((await show(first, await codeNow(person))).status).toBe(200)
    expect(codes([await show(second, former)])).toEqual(['code.wrong'])
  })

  it('counts one step either way and no further; spaces are forgiven, other digits are none (REC-04)', async () => {
    const person = await linkedPerson()
    for (const [steps, status] of [
      [-2, 401],
      [2, 401],
      [-10, 401],
      [-1, 200],
      [1, 200],
    ] as const) {
      world.clock.advance(minutes(5))
      expect([steps, (await show(await pendingSignIn(person), await codeNow(person, steps))).status]).toEqual([
        steps,
        status,
      ])
    }
    world.clock.advance(minutes(5))
    const code = await codeNow(person)
    const caller = await pendingSignIn(person)
    for (const typed of ['12345', '1234567', '１２３４５６', '12345६', '', 'x'.repeat(30)]) {
      expect([typed, (await show(caller, typed)).status]).toEqual([typed, 400])
    }
    expect((await show(caller, ` ${code.slice(0, 3)} ${code.slice(3)} `)).status).toBe(200)
  })

  it('is too late ten minutes after the password (AUT-08)', async () => {
    const person = await linkedPerson()
    const caller = await pendingSignIn(person)
    world.clock.advance(minutes(10) + seconds(1))
    expect(codes([await show(caller, await codeNow(person))])).toEqual(['attempt.missing'])
  })

  it('does nothing for somebody who was deactivated after the password', async () => {
    const person = await linkedPerson()
    const caller = await pendingSignIn(person)
    await world.asOwner((tx) =>
      tx.membership.updateMany({ where: { id: person.membershipId }, data: { status: 'deactivated' } }),
    )
    expect(codes([await show(caller, await world.nextCode(person))])).toEqual(['attempt.missing'])
    expect((await caller.send('GET', '/api/v1/sign-in')).status).toBe(401)
  })
})

describe('wrong codes', () => {
  it('are compared five times on one sign-in, of a hundred at once (REC-06)', async () => {
    const person = await linkedPerson()
    const caller = await pendingSignIn(person)
    const wrong = await wrongCode(person)
    const answers = await Promise.all(Array.from({ length: 100 }, () => show(caller, wrong)))
    expect(statuses(answers).filter((status) => status === 401)).toHaveLength(5)
    expect(statuses(answers).filter((status) => status === 429)).toHaveLength(95)
    const [attempt, counter] = await world.asOwner(async (tx) => [
      await tx.signInAttempt.findFirstOrThrow({ where: { userId: person.userId } }),
      await tx.secondFactorCounter.findFirstOrThrow({ where: { userId: person.userId } }),
    ])
    expect([attempt.tries, counter.inWindow, counter.consecutive]).toEqual([5, 5, 5])
    // Dead for the right one too; a new sign-in is needed.
    expect((await show(caller, await world.nextCode(person))).status).toBe(429)
    expect((await show(await pendingSignIn(person), await world.nextCode(person))).status).toBe(200)
  })

  it('are counted per person over all sign-ins, and the password never clears the count (REC-05)', async () => {
    const person = await linkedPerson()
    const wrong = await wrongCode(person)
    for (let round = 0; round < 2; round++) {
      const caller = await pendingSignIn(person)
      for (let i = 0; i < 5; i++) expect((await show(caller, wrong)).status).toBe(401)
    }
    const refused = await show(await pendingSignIn(person), await world.nextCode(person))
    expect([refused.status, codes([refused])]).toEqual([429, ['code.too_many']])
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(14 * 60)
    world.clock.advance(minutes(15))
    expect((await show(await pendingSignIn(person), await world.nextCode(person))).status).toBe(200)
  })

  it('are forgotten when a right one comes, and not before', async () => {
    const person = await linkedPerson()
    const caller = await pendingSignIn(person)
    for (let i = 0; i < 4; i++) await show(caller, await wrongCode(person))
    expect((await show(caller, await world.nextCode(person))).status).toBe(200)
    const left = await world.asOwner((tx) => tx.secondFactorCounter.count({ where: { userId: person.userId } }))
    expect(left).toBe(0)
  })

  it('switch the authenticator off at a hundred in a row, over any time, and its owner is told (REC-05)', async () => {
    const person = await linkedPerson()
    const codesOff: (string | undefined)[] = []
    for (let round = 0; round < 10; round++) {
      world.clock.advance(minutes(15))
      const wrong = await wrongCode(person)
      for (const caller of await manyPendingSignIns(person, 2)) {
        codesOff.push(...codes(await Promise.all(Array.from({ length: 5 }, () => show(caller, wrong)))))
      }
    }
    expect(codesOff.filter((code) => code === 'code.wrong')).toHaveLength(100)
    world.clock.advance(days(30))
    const answer = await stranger().send('POST', '/api/v1/sign-in/password', {
      body: { email: person.email, password: PASSWORD },
    })
    expect([answer.status, codes([answer])]).toEqual([403, ['factor.disabled']])
    expect(await mailsTo(world, person.membershipId)).toContainEqual(
      expect.objectContaining({ template: 'authenticator-switched-off' }),
    )
    expect(await actionsOf(world, tenant.tenantId)).toContain('authenticator.switched-off success code.too_many')
  })

  it('are in the log, with who and without the code', async () => {
    const person = await linkedPerson()
    const wrong = await wrongCode(person)
    await show(await pendingSignIn(person), wrong)
    const events = await eventsOf(world, tenant.tenantId)
    expect(events.at(-1)).toMatchObject({
      action: 'sign-in.second-factor',
      outcome: 'failure',
      actorId: person.membershipId,
      actorRole: 'Lezer',
    })
    expect(JSON.stringify(events)).not.toContain(`"${wrong}"`)
  })
})

describe('a sign-in half way', () => {
  it('has another id at every step, and the old one is dead (SES-02)', async () => {
    const person = await world.addPerson(tenant, 'reader')
    const caller = await pendingSignIn(person)
    const seen = [caller.cookies.get('keyholder-sign-in')]
    const { secret } = await caller.api.signIn.startEnrollment()
    person.secret = secret
    await caller.api.signIn.confirmEnrollment({ body: { code: await world.nextCode(person) } })
    seen.push(caller.cookies.get('keyholder-sign-in'))
    await caller.api.signIn.renewRecoveryCode()
    seen.push(caller.cookies.get('keyholder-sign-in'))
    await caller.api.signIn.keepRecoveryCode({ body: { kept: true } })
    expect(caller.cookies.has('keyholder-sign-in')).toBe(false)
    expect(new Set(seen).size).toBe(3)
    for (const value of seen) {
      const replay = stranger()
      replay.cookies.set('keyholder-sign-in', value ?? '')
      expect((await replay.send('GET', '/api/v1/sign-in')).status).toBe(401)
    }
  })

  it('does not go on with an id that was chosen by somebody else (SES-02)', async () => {
    const person = await linkedPerson()
    const caller = stranger()
    caller.cookies.set('keyholder-sign-in', 'chosen').set('keyholder', 'chosen')
    await pendingSignIn(person, caller)
    expect(caller.cookies.get('keyholder-sign-in')).not.toBe('chosen')
    await show(caller, await world.nextCode(person))
    expect(caller.cookies.get('keyholder')).not.toBe('chosen')
  })

  it('takes only its own step', async () => {
    const person = await linkedPerson()
    const caller = await pendingSignIn(person)
    for (const [path, body] of [
      ['enrollment', undefined],
      ['enrollment/confirm', { code: '123456' }],
      ['relink', { code: 'ABCD-EFGH' }],
      ['recovery-code', undefined],
      ['recovery-code/kept', { kept: true }],
    ] as const) {
      const answer = await caller.send('POST', `/api/v1/sign-in/${path}`, { body })
      expect([path, answer.status, codes([answer])]).toEqual([path, 409, ['attempt.wrong_step']])
    }
  })

  it('says where it stands, as often as it is asked', async () => {
    const person = await linkedPerson()
    const caller = await pendingSignIn(person)
    const state = await caller.api.signIn.state()
    const methods = [
      { method: 'authenticator', sentTo: null },
      { method: 'recovery-code', sentTo: null },
    ]
    expect(state).toMatchObject({ step: 'factor', email: person.email, methods, unlinked: null })
    expect(await caller.api.signIn.state()).toEqual(state)
  })

  it('can be stopped, and is gone then', async () => {
    const person = await linkedPerson()
    const caller = await pendingSignIn(person)
    const cookie = caller.cookies.get('keyholder-sign-in') ?? ''
    await caller.api.signIn.cancel()
    expect(caller.cookies.size).toBe(0)
    caller.cookies.set('keyholder-sign-in', cookie)
    expect((await caller.send('GET', '/api/v1/sign-in')).status).toBe(401)
    expect((await eventsOf(world, tenant.tenantId)).at(-1)).toMatchObject({
      action: 'sign-in.cancelled',
      actorRole: 'Lezer',
    })
  })

  it('is stored by a hash that opens nothing itself (SES-03)', async () => {
    const person = await linkedPerson()
    await pendingSignIn(person)
    const { tokenHash } = await world.asOwner((tx) =>
      tx.signInAttempt.findFirstOrThrow({ where: { userId: person.userId } }),
    )
    for (const form of ['base64url', 'base64', 'hex'] as const) {
      const thief = stranger()
      thief.cookies.set('keyholder-sign-in', Buffer.from(tokenHash).toString(form))
      expect((await thief.send('GET', '/api/v1/sign-in')).status).toBe(401)
    }
  })
})

describe('somebody in two organisations whose home let them go', () => {
  it('comes in where they still may, and that organisation’s log tells of it', async () => {
    const wilg = await world.addTenant('De Wilg')
    const person = await linkedPerson()
    const membershipId = world.platform.random.uuid()
    await world.asOwner(async (tx) => {
      const { name, email, userId } = person
      const member = {
        tenantId: wilg.tenantId,
        id: membershipId,
        homeTenantId: tenant.tenantId,
        userId,
        kind: 'person',
      }
      const common = {
        name,
        email,
        language: 'nl',
        status: 'active',
        secondStep: 'linked',
        createdAt: world.clock.now(),
      }
      await tx.membership.createMany({ data: [{ ...member, ...common, roleId: wilg.roleIds.editor }] })
      await tx.membership.updateMany({ where: { id: person.membershipId }, data: { status: 'deactivated' } })
    })
    const before = (await eventsOf(world, tenant.tenantId)).length
    await show(await pendingSignIn(person), await wrongCode(person))
    const session = await (await world.signIn(person, stranger())).api.session.current()
    expect([session.tenant.name, session.memberships.map(({ name }) => name)]).toEqual(['De Wilg', ['De Wilg']])
    expect(await actionsOf(world, wilg.tenantId)).toEqual([
      'sign-in.password success',
      'sign-in.second-factor failure code.wrong',
      'sign-in.password success',
      'device.new success',
      'sign-in.completed success',
    ])
    const events = await eventsOf(world, wilg.tenantId)
    expect(new Set(events.map(({ actorId, actorRole }) => `${actorId} ${actorRole}`))).toEqual(
      new Set([`${membershipId} Redacteur`]),
    )
    expect((await eventsOf(world, tenant.tenantId)).length).toBe(before)
  })
})
