import { describe, expect } from 'vitest'
import { minutes, seconds } from '../platform/clock.fake.ts'
import type { Answer } from '../testing/caller.ts'
import { it } from '../testing/it.ts'
import { addMembership } from '../testing/members.ts'
import { manyPendingSignIns } from '../testing/pending-sign-ins.ts'
import { codeAt } from '../testing/phone.ts'
import { codes, linkedPerson, pendingSignIn, show, statuses, wrongCode } from '../testing/typed-codes.ts'
import type { Person, World } from '../testing/world.ts'

describe('a code of the authenticator', () => {
  it('works once: on another sign-in it is as wrong as any other (REC-01)', async ({ world, tenant }) => {
    const person = await linkedPerson({ world, tenant })
    const [first, second] = [await pendingSignIn(world, person), await pendingSignIn(world, person)]
    const code = await world.nextCode(person)
    expect((await show(first, code)).json).toEqual({ step: 'done' })
    const again = await show(second, code)
    const wrong = await show(second, await wrongCode(world, person))
    expect([again.status, again.headers['set-cookie']]).toEqual([401, undefined])
    const text = ({ body }: Answer) => body.replace(/"requestId":"[^"]*"/, '')
    expect(text(again)).toBe(text(wrong))
  })

  it('shown fifty times at once over two processes lets one in (REC-02)', async ({ world, tenant }) => {
    const person = await linkedPerson({ world, tenant })
    const second = await world.secondApp()
    const callers = await manyPendingSignIns(world, person, { count: 50, from: [world, second] })
    const code = await world.nextCode(person)
    const answers = await Promise.all(callers.map((caller) => show(caller, code)))
    await second.close()
    expect(statuses(answers).filter((status) => status === 200)).toHaveLength(1)
    expect(statuses(answers).filter((status) => status === 401 || status === 429)).toHaveLength(49)
    const sessions = await world.asOwner((tx) => tx.session.findMany({ where: { userId: person.userId } }))
    expect(sessions).toHaveLength(1)
  })

  it('shown fifty times at once on one sign-in opens one session (REC-02)', async ({ world, tenant }) => {
    const person = await linkedPerson({ world, tenant })
    const caller = await pendingSignIn(world, person)
    const cookies = new Map(caller.cookies)
    const code = await world.nextCode(person)
    const send = () => {
      const tab = world.stranger()
      for (const [name, value] of cookies) tab.cookies.set(name, value)
      return show(tab, code)
    }
    const answers = await Promise.all(Array.from({ length: 50 }, send))
    expect(statuses(answers).filter((status) => status === 200)).toHaveLength(1)
  })

  it('of the step before one that was used is refused, though still in the window (REC-03)', async ({
    world,
    clock,
    tenant,
  }) => {
    const person = await linkedPerson({ world, tenant })
    clock.advance(minutes(2))
    const former = await codeNow(world, person, -1)
    const [first, second] = [await pendingSignIn(world, person), await pendingSignIn(world, person)]
    expect((await show(first, await codeNow(world, person))).status).toBe(200)
    expect(codes([await show(second, former)])).toEqual(['code.wrong'])
  })

  it('counts one step either way and no further; spaces are forgiven, other digits are none (REC-04)', async ({
    world,
    clock,
    tenant,
  }) => {
    const person = await linkedPerson({ world, tenant })
    for (const [steps, status] of [
      [-2, 401],
      [2, 401],
      [-10, 401],
      [-1, 200],
      [1, 200],
    ] as const) {
      clock.advance(minutes(5))
      expect([
        steps,
        (await show(await pendingSignIn(world, person), await codeNow(world, person, steps))).status,
      ]).toEqual([steps, status])
    }
    clock.advance(minutes(5))
    const code = await codeNow(world, person)
    const caller = await pendingSignIn(world, person)
    for (const typed of ['12345', '1234567', '１２３４５６', '12345६', '', 'x'.repeat(30)]) {
      expect([typed, (await show(caller, typed)).status]).toEqual([typed, 400])
    }
    expect((await show(caller, ` ${code.slice(0, 3)} ${code.slice(3)} `)).status).toBe(200)
  })

  it('is too late ten minutes after the password (AUT-08)', async ({ world, clock, tenant }) => {
    const person = await linkedPerson({ world, tenant })
    const caller = await pendingSignIn(world, person)
    clock.advance(minutes(10) + seconds(1))
    expect(codes([await show(caller, await codeNow(world, person))])).toEqual(['attempt.missing'])
  })

  it('does nothing for a person who was deactivated after the password', async ({ world, tenant }) => {
    const person = await linkedPerson({ world, tenant })
    const caller = await pendingSignIn(world, person)
    await world.asOwner((tx) =>
      tx.membership.updateMany({ where: { id: person.membershipId }, data: { status: 'deactivated' } }),
    )
    expect(codes([await show(caller, await world.nextCode(person))])).toEqual(['attempt.missing'])
    expect((await caller.send('GET', '/api/v1/sign-in')).status).toBe(401)
  })
})

describe('a sign-in under way', () => {
  it('has another id at every step, and the old one is dead (SES-02)', async ({ world, addPerson }) => {
    const person = await addPerson('reader')
    const caller = await pendingSignIn(world, person)
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
      const replay = world.stranger()
      replay.cookies.set('keyholder-sign-in', value ?? '')
      expect((await replay.send('GET', '/api/v1/sign-in')).status).toBe(401)
    }
  })

  it('does not go on with an id that was planted (SES-02)', async ({ world, tenant }) => {
    const person = await linkedPerson({ world, tenant })
    const caller = world.stranger()
    caller.cookies.set('keyholder-sign-in', 'chosen').set('keyholder', 'chosen')
    await pendingSignIn(world, person, caller)
    expect(caller.cookies.get('keyholder-sign-in')).not.toBe('chosen')
    await show(caller, await world.nextCode(person))
    expect(caller.cookies.get('keyholder')).not.toBe('chosen')
  })

  it('takes only its own step', async ({ world, tenant }) => {
    const person = await linkedPerson({ world, tenant })
    const caller = await pendingSignIn(world, person)
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

  it('says where it stands, as often as it is asked', async ({ world, tenant }) => {
    const person = await linkedPerson({ world, tenant })
    const caller = await pendingSignIn(world, person)
    const state = await caller.api.signIn.state()
    const methods = [
      { method: 'authenticator', sentTo: null },
      { method: 'recovery-code', sentTo: null },
    ]
    expect(state).toMatchObject({ step: 'factor', email: person.email, methods, unlinked: null })
    expect(await caller.api.signIn.state()).toEqual(state)
  })

  it('can be stopped, and is gone then', async ({ world, tenant, audit }) => {
    const person = await linkedPerson({ world, tenant })
    const caller = await pendingSignIn(world, person)
    const cookie = caller.cookies.get('keyholder-sign-in') ?? ''
    await caller.api.signIn.cancel()
    expect(caller.cookies.size).toBe(0)
    caller.cookies.set('keyholder-sign-in', cookie)
    expect((await caller.send('GET', '/api/v1/sign-in')).status).toBe(401)
    expect(await audit.last()).toMatchObject({
      action: 'sign-in.cancelled',
      actorRole: 'Lezer',
    })
  })

  it('is stored by a hash that opens nothing itself (SES-03)', async ({ world, tenant }) => {
    const person = await linkedPerson({ world, tenant })
    await pendingSignIn(world, person)
    const { tokenHash } = await world.asOwner((tx) =>
      tx.signInAttempt.findFirstOrThrow({ where: { userId: person.userId } }),
    )
    for (const form of ['base64url', 'base64', 'hex'] as const) {
      const thief = world.stranger()
      thief.cookies.set('keyholder-sign-in', Buffer.from(tokenHash).toString(form))
      expect((await thief.send('GET', '/api/v1/sign-in')).status).toBe(401)
    }
  })
})

describe('a member of two organisations whose home let them go', () => {
  it('comes in where they still may, and that organisation’s log tells of it', async ({ world, tenant, audit }) => {
    const wilg = await world.addTenant('De Wilg')
    const person = await linkedPerson({ world, tenant })
    const membershipId = await addMembership(world, person, wilg, 'editor')
    await world.asOwner(async (tx) => {
      await tx.membership.updateMany({ where: { id: membershipId }, data: { secondStep: 'linked' } })
      await tx.membership.updateMany({ where: { id: person.membershipId }, data: { status: 'deactivated' } })
    })
    const before = (await audit.events()).length
    await show(await pendingSignIn(world, person), await wrongCode(world, person))
    const session = await (await world.signIn(person)).api.session.current()
    expect([session.tenant.name, session.memberships.map(({ name }) => name)]).toEqual(['De Wilg', ['De Wilg']])
    expect(await audit.actions(wilg.tenantId)).toEqual([
      'sign-in.password success',
      'sign-in.second-factor failure code.wrong',
      'sign-in.password success',
      'device.new success',
      'sign-in.completed success',
    ])
    const events = await audit.events(wilg.tenantId)
    expect(new Set(events.map(({ actorId, actorRole }) => `${actorId} ${actorRole}`))).toEqual(
      new Set([`${membershipId} Redacteur`]),
    )
    expect((await audit.events()).length).toBe(before)
  })
})

const codeNow = (world: World, { secret }: Person, steps = 0) => codeAt(secret ?? '', world.clock.now(), { steps })
