import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { hours, minutes } from '../platform/clock.fake.ts'
import { addRole, setRole } from '../testing/add-role.ts'
import type { Caller } from '../testing/caller.ts'
import { invite } from '../testing/invited.ts'
import { eventsOf, mailsTo } from '../testing/kept.ts'
import { makeMachine } from '../testing/machine.ts'
import { codeAt } from '../testing/phone.ts'
import { refusalOf } from '../testing/refusal.ts'
import { createWorld, PASSWORD, type Person, type SignedIn, type Tenant, type World } from '../testing/world.ts'

let world: World
let tenant: Tenant
let holder: SignedIn
beforeAll(async () => {
  world = await createWorld()
  tenant = await world.addTenant('De Linde', { seats: 200 })
  holder = await signIn(tenant.holder)
})
// The clock moves with every code; unlinking needs a fresh one.
beforeEach(async () => {
  await holder.api.session.freshen({ body: { code: await world.nextCode(tenant.holder) } })
})
afterAll(() => world.close())

const unlink = (
  { api }: Pick<Caller, 'api'>,
  id: string,
  reason: 'new-phone' | 'lost-or-stolen' | 'leaver' = 'new-phone',
) => api.users.unlinkAuthenticator({ params: { id }, body: { reason } })
const read = (id: string) => holder.api.users.read({ params: { id } })
let sources = 0
/** Each at an address of their own: what is counted by source in real minutes is another test's. */
const stranger = (): Caller => {
  sources += 1
  return world.visitor(`2001:db8:${sources.toString(16)}::1`)
}
const signIn = (person: Person): Promise<SignedIn> => world.signIn(person, stranger())
const lastEvent = async () => (await eventsOf(world, tenant.tenantId)).at(-1)

async function signedInPerson(): Promise<{ person: Person; caller: SignedIn }> {
  const person = await world.addPerson(tenant, 'editor')
  return { person, caller: await signIn(person) }
}

/** Proves the password; what follows is the caller's. */
async function withPassword({ email }: Person): Promise<{ caller: Caller; step: string }> {
  const caller = stranger()
  const { step } = await caller.api.signIn.password({ body: { email, password: PASSWORD } })
  return { caller, step }
}

const relink = ({ api }: Caller, code: string) => api.signIn.relink({ body: { code } })

/** Links a new authenticator on a sign-in that has come as far as enrolling, and opens the session. */
async function linkAnew({ api }: Caller, person: Person): Promise<void> {
  person.secret = (await api.signIn.startEnrolment()).secret
  await api.signIn.confirmEnrolment({ body: { code: await world.nextCode(person) } })
  await api.signIn.keepRecoveryCode({ body: { kept: true } })
}

/** A re-link code that is none of ours. */
const wrong = (code: string) => code.replace(/^./, (letter) => (letter === 'A' ? 'B' : 'A'))

/** Everything that is kept of somebody's second step. */
async function standingOf({ userId, membershipId }: Person) {
  return world.asOwner(async (tx) => ({
    factors: await tx.factor.count({ where: { userId, state: 'linked' } }),
    pending: await tx.factor.count({ where: { userId, state: 'pending' } }),
    recoveryCodes: await tx.recoveryCode.count({ where: { userId } }),
    relinkCodes: await tx.relinkCode.count({ where: { userId } }),
    attempts: await tx.signInAttempt.count({ where: { userId } }),
    sessions: await tx.session.count({ where: { userId } }),
    secondStep: (await tx.membership.findFirst({ where: { id: membershipId } }))?.secondStep,
  }))
}

const UNLINKED = {
  factors: 0,
  pending: 0,
  recoveryCodes: 0,
  relinkCodes: 1,
  attempts: 0,
  sessions: 0,
  secondStep: 'unlinked',
}

describe('unlinking an authenticator', () => {
  it('ends everything of the user at once, and is written with its reason and mailed to the user (REC-18)', async () => {
    const { person, caller } = await signedInPerson()
    const second = await signIn(person)
    await caller.api.session.current()
    const { relinkCode, expiresAt } = await unlink(holder, person.membershipId, 'lost-or-stolen')
    expect(relinkCode).toMatch(/^[A-Z2-9]{4}-[A-Z2-9]{4}$/)
    expect(expiresAt).toBe(new Date(world.clock.now().getTime() + hours(24)).toISOString())
    for (const { api } of [caller, second]) expect(await refusalOf(api.session.current())).toBe('session.missing')
    expect(await standingOf(person)).toEqual(UNLINKED)
    expect(await lastEvent()).toMatchObject({
      action: 'authenticator.unlinked',
      outcome: 'success',
      reason: 'lost-or-stolen',
      actorId: tenant.holder.membershipId,
      objectId: person.membershipId,
      factors: 'authenticator',
    })
    expect((await mailsTo(world, person.membershipId)).at(-1)).toEqual({
      template: 'authenticator-unlinked',
      data: { tenantName: 'De Linde', by: tenant.holder.name, at: world.clock.now().toISOString() },
    })
  })

  it('shows on the page of the user what became of it, and nothing of the code', async () => {
    const { person } = await signedInPerson()
    expect(await read(person.membershipId)).toMatchObject({
      secondStep: 'linked',
      authenticators: [{ name: 'Authenticator-app', linkedAt: expect.any(String) }],
      relinkCodeExpiresAt: null,
    })
    const { expiresAt, relinkCode } = await unlink(holder, person.membershipId)
    const after = await read(person.membershipId)
    expect(after).toMatchObject({
      secondStep: 'unlinked',
      authenticators: [],
      sessions: [],
      relinkCodeExpiresAt: expiresAt,
    })
    const kept = await world.asOwner(async (tx) => [
      await tx.relinkCode.findMany({ where: { userId: person.userId } }),
      await tx.auditEvent.findMany({ where: { objectId: person.membershipId } }),
      await mailsTo(world, person.membershipId),
    ])
    const everything = JSON.stringify([after, kept])
    expect(everything).not.toContain(relinkCode)
    expect(everything).not.toContain(relinkCode.replace('-', ''))
  })

  it('leaves the old code, the password alone and the recovery code opening nothing (REC-18)', async () => {
    const { person } = await signedInPerson()
    await unlink(holder, person.membershipId)
    const { caller, step } = await withPassword(person)
    expect(step).toBe('relink')
    const code = await world.nextCode(person)
    expect(await refusalOf(caller.api.signIn.authenticator({ body: { code } }))).toBe('attempt.wrong_step relink')
    expect(await refusalOf(caller.api.signIn.startEnrolment())).toBe('attempt.wrong_step relink')
    expect(await refusalOf(caller.api.signIn.confirmEnrolment({ body: { code } }))).toBe('attempt.wrong_step relink')
    expect(await refusalOf(caller.api.session.current())).toBe('session.missing')
    expect((await caller.api.signIn.standing()).unlinked).toMatchObject({ by: tenant.holder.name })
  })

  it('lets the user link a new one with the password and the re-link code, which are then used up', async () => {
    const { person } = await signedInPerson()
    const old = person.secret ?? ''
    const { relinkCode } = await unlink(holder, person.membershipId)
    const { caller } = await withPassword(person)
    expect(await relink(caller, ` ${relinkCode.toLowerCase().replace('-', ' ')} `)).toEqual({ step: 'enrol' })
    await linkAnew(caller, person)
    expect(person.secret).not.toBe(old)
    expect((await caller.api.session.current()).user.email).toBe(person.email)
    expect(await standingOf(person)).toMatchObject({
      factors: 1,
      relinkCodes: 0,
      recoveryCodes: 1,
      secondStep: 'linked',
    })
    const again = await withPassword(person)
    expect(again.step).toBe('factor')
    expect(
      await refusalOf(again.caller.api.signIn.authenticator({ body: { code: await codeAt(old, world.clock.now()) } })),
    ).toBe('code.wrong')
    expect(await refusalOf(relink(again.caller, relinkCode))).toBe('attempt.wrong_step factor')
  })

  it('gives a code that is dead after five wrong ones, in whatever sign-ins they came', async () => {
    const { person } = await signedInPerson()
    const { relinkCode } = await unlink(holder, person.membershipId)
    const first = await withPassword(person)
    for (let n = 0; n < 3; n++) expect(await refusalOf(relink(first.caller, wrong(relinkCode)))).toBe('code.wrong')
    const second = await withPassword(person)
    for (let n = 0; n < 2; n++) expect(await refusalOf(relink(second.caller, wrong(relinkCode)))).toBe('code.wrong')
    for (const { caller } of [first, second, await withPassword(person)]) {
      expect(await refusalOf(relink(caller, relinkCode))).toMatch(/^code.too_many/)
    }
  })

  it('gives a code for a day', async () => {
    const { person } = await signedInPerson()
    const { relinkCode } = await unlink(holder, person.membershipId)
    world.clock.advance(hours(24))
    const { caller } = await withPassword(person)
    expect(await refusalOf(relink(caller, relinkCode))).toBe('code.expired')
    holder = await signIn(tenant.holder)
  })

  it('again, before a new one is linked, makes another code in the place of the first', async () => {
    const { person } = await signedInPerson()
    const first = await unlink(holder, person.membershipId)
    const half = await withPassword(person)
    for (let n = 0; n < 5; n++) await refusalOf(relink(half.caller, wrong(first.relinkCode)))
    expect((await read(person.membershipId)).actions).toContain('unlink')
    const second = await unlink(holder, person.membershipId)
    expect(second.relinkCode).not.toBe(first.relinkCode)
    expect(await refusalOf(relink(half.caller, second.relinkCode))).toBe('attempt.missing')
    const { caller } = await withPassword(person)
    expect(await refusalOf(relink(caller, first.relinkCode))).toBe('code.wrong')
    expect(await relink(caller, second.relinkCode)).toEqual({ step: 'enrol' })
    await linkAnew(caller, person)
    expect(await standingOf(person)).toMatchObject({ factors: 1, relinkCodes: 0 })
  })

  it('voids a linking that is going on after the code was shown', async () => {
    const { person } = await signedInPerson()
    const { relinkCode } = await unlink(holder, person.membershipId)
    const { caller } = await withPassword(person)
    await relink(caller, relinkCode)
    person.secret = (await caller.api.signIn.startEnrolment()).secret
    await unlink(holder, person.membershipId)
    expect(await refusalOf(caller.api.signIn.confirmEnrolment({ body: { code: await world.nextCode(person) } }))).toBe(
      'attempt.missing',
    )
    expect(await standingOf(person)).toEqual(UNLINKED)
  })

  it('ends what was opened in other organisations too, and voids open links', async () => {
    const elsewhere = await world.addTenant('Elders')
    const { person, caller } = await signedInPerson()
    const there = await signIn(elsewhere.holder)
    const { token, membershipId } = await invite(world, there, elsewhere, { email: person.email })
    await caller.api.invitations.join({ body: { token } })
    await caller.api.session.switchTenant({ body: { tenantId: elsewhere.tenantId } })
    await stranger().api.passwordReset.request({ body: { email: person.email } })
    await unlink(holder, person.membershipId)
    expect(await refusalOf(caller.api.session.current())).toBe('session.missing')
    expect((await there.api.users.read({ params: { id: membershipId } })).secondStep).toBe('unlinked')
    expect(
      await world.asOwner((tx) =>
        tx.link.count({ where: { membershipId: person.membershipId, usedAt: null, voidedAt: null } }),
      ),
    ).toBe(0)
  })

  it('heals an authenticator that was switched off after a hundred wrong codes', async () => {
    const { person } = await signedInPerson()
    await world.asOwner(async (tx) => {
      await tx.factor.updateMany({ where: { userId: person.userId }, data: { state: 'off' } })
      const counter = { inWindow: 10, consecutive: 100, windowStartedAt: world.clock.now() }
      await tx.secondFactorCounter.createMany({
        data: [{ ...counter, tenantId: tenant.tenantId, userId: person.userId }],
      })
    })
    const { relinkCode } = await unlink(holder, person.membershipId)
    const { caller } = await withPassword(person)
    await relink(caller, relinkCode)
    await linkAnew(caller, person)
    expect(await refusalOf(signIn(person))).toBe('not refused')
  })

  it('works for somebody who was deactivated: a leaver', async () => {
    const { person } = await signedInPerson()
    await holder.api.users.deactivate({ params: { id: person.membershipId } })
    expect(await refusalOf(unlink(holder, person.membershipId, 'leaver'))).toBe('not refused')
    expect(await standingOf(person)).toEqual(UNLINKED)
  })
})

describe('unlinking is refused', () => {
  it('for oneself, the package holder and an equal, and that it was tried is written (REC-20)', async () => {
    const [one, two] = [await world.addPerson(tenant, 'administrator'), await world.addPerson(tenant, 'administrator')]
    const [caller, equal] = [await signIn(one), await signIn(two)]
    expect(await refusalOf(unlink(caller, one.membershipId))).toBe('user.self')
    expect(await refusalOf(unlink(caller, tenant.holder.membershipId))).toBe('user.is_holder')
    expect(await refusalOf(unlink(caller, two.membershipId))).toBe('user.outranks_you')
    expect(await lastEvent()).toMatchObject({
      action: 'authenticator.unlinked',
      outcome: 'denied',
      reason: 'user.outranks_you',
      actorId: one.membershipId,
      objectId: two.membershipId,
    })
    expect(await refusalOf(unlink(holder, tenant.holder.membershipId))).toBe('user.self')
    expect(await refusalOf(equal.api.session.current())).toBe('not refused')
    expect(await standingOf(two)).toMatchObject({ factors: 1, sessions: 1 })
    expect(await refusalOf(unlink(holder, two.membershipId))).toBe('not refused')
  })

  it('for a guest, whose home alone may help', async () => {
    const home = await world.addTenant('Thuis')
    const guest = await world.addPerson(home, 'reader')
    const caller = await signIn(guest)
    const { membershipId, token } = await invite(world, holder, tenant, { email: guest.email })
    await caller.api.invitations.join({ body: { token } })
    const detail = await read(membershipId)
    expect(detail).toMatchObject({ isHome: false, secondStep: 'linked', authenticators: [], relinkCodeExpiresAt: null })
    expect(detail.actions).not.toContain('unlink')
    expect(await refusalOf(unlink(holder, membershipId))).toBe('user.other_home')
    expect(await lastEvent()).toMatchObject({
      action: 'authenticator.unlinked',
      outcome: 'denied',
      reason: 'user.other_home',
    })
    expect(await standingOf(guest)).toMatchObject({ factors: 1, sessions: 1 })
    const there = await signIn(home.holder)
    expect(await refusalOf(unlink(there, guest.membershipId))).toBe('not refused')
    expect((await read(membershipId)).secondStep).toBe('unlinked')
  })

  it('where there is none: an invitation, a machine, somebody who never linked', async () => {
    const person = await world.addPerson(tenant, 'reader')
    const invited = await invite(world, holder, tenant)
    const machine = await makeMachine(world, holder)
    expect(await refusalOf(unlink(holder, person.membershipId))).toBe('authenticator.none')
    expect(await refusalOf(unlink(holder, machine.id))).toBe('authenticator.none')
    expect(await refusalOf(unlink(holder, invited.membershipId))).toBe('user.wrong_status')
    const half = await withPassword(person)
    await half.caller.api.signIn.startEnrolment()
    expect(await refusalOf(unlink(holder, person.membershipId))).toBe('authenticator.none')
    // Refused is undone: who is linking goes on.
    expect(await standingOf(person)).toMatchObject({ pending: 1, attempts: 1 })
  })

  it('for a user of another organisation, who does not exist, and keeps theirs (AZH-03)', async () => {
    const other = await world.addTenant('De Wilg')
    const person = await world.addPerson(other, 'reader')
    const caller = await signIn(person)
    for (const id of [person.membershipId, other.holder.membershipId, '00000000-0000-7000-8000-0000000000aa']) {
      expect(await refusalOf(unlink(holder, id))).toBe('user.not_found')
    }
    expect(await refusalOf(caller.api.session.current())).toBe('not refused')
  })

  it('without the permission, without a fresh second factor, and without a reason (SES-12)', async () => {
    const { person, caller } = await signedInPerson()
    expect(await refusalOf(unlink(caller, tenant.holder.membershipId))).toBe('session.forbidden')
    const manager = await world.addPerson(tenant, 'reader')
    const permissions = ['users:read', 'users:edit'] as const
    await setRole(
      world,
      manager.membershipId,
      await addRole(world, tenant, { name: 'Zonder ontkoppelen', rank: 90, permissions }),
    )
    expect(await refusalOf(unlink(await signIn(manager), person.membershipId))).toBe('session.forbidden')
    const url = `/api/v1/users/${person.membershipId}/unlink-authenticator`
    for (const body of [{}, { reason: 'because' }, { reason: 'leaver', code: '123456' }]) {
      expect((await holder.send('POST', url, { body })).status).toBe(400)
    }
    world.clock.advance(minutes(11))
    expect(await refusalOf(unlink(holder, person.membershipId))).toBe('session.not_fresh')
    expect(await standingOf(person)).toMatchObject({ factors: 1, relinkCodes: 0 })
  })
})

describe('at the same moment', () => {
  it('unlinking and linking leave one whole set, whichever comes first (RAC-08)', async () => {
    for (let round = 0; round < 8; round++) {
      const { person } = await signedInPerson()
      await holder.api.session.freshen({ body: { code: await world.nextCode(tenant.holder) } })
      const { relinkCode } = await unlink(holder, person.membershipId)
      const { caller } = await withPassword(person)
      await relink(caller, relinkCode)
      person.secret = (await caller.api.signIn.startEnrolment()).secret
      const code = await world.nextCode(person)
      const linking = () => refusalOf(caller.api.signIn.confirmEnrolment({ body: { code } }))
      const unlinking = () => refusalOf(unlink(holder, person.membershipId))
      const [linked, unlinked] = await Promise.all(
        round % 2 === 0 ? [linking(), unlinking()] : [unlinking(), linking()].reverse(),
      )
      expect(['not refused', 'enrolment.expired', 'attempt.missing']).toContain(linked)
      expect(unlinked).toBe('not refused')
      // Unlinking is whole in either order: it came last, or what was being linked never was.
      expect(await standingOf(person)).toEqual(UNLINKED)
    }
  })

  it('unlinking and signing in leave no session (RAC-08)', async () => {
    for (let round = 0; round < 8; round++) {
      const { person } = await signedInPerson()
      const { caller } = await withPassword(person)
      await holder.api.session.freshen({ body: { code: await world.nextCode(tenant.holder) } })
      const code = await world.nextCode(person)
      const [, unlinked] = await Promise.all([
        refusalOf(caller.api.signIn.authenticator({ body: { code } })),
        refusalOf(unlink(holder, person.membershipId)),
      ])
      expect(unlinked).toBe('not refused')
      expect(await refusalOf(caller.api.session.current())).toBe('session.missing')
      expect(await standingOf(person)).toEqual(UNLINKED)
    }
  })

  it('two unlinkings leave one code that works, and unlinking with deactivating both happen', async () => {
    const { person } = await signedInPerson()
    const codes = await Promise.all(Array.from({ length: 4 }, () => unlink(holder, person.membershipId)))
    const { caller } = await withPassword(person)
    const outcomes = []
    for (const { relinkCode } of codes) outcomes.push(await refusalOf(relink(caller, relinkCode)))
    expect(outcomes.filter((outcome) => outcome === 'not refused')).toHaveLength(1)
    const other = await signedInPerson()
    const id = other.person.membershipId
    const both = await Promise.all([
      refusalOf(unlink(holder, id)),
      refusalOf(holder.api.users.deactivate({ params: { id } })),
    ])
    expect(both).toEqual(['not refused', 'not refused'])
    expect(await standingOf(other.person)).toEqual(UNLINKED)
  })
})
