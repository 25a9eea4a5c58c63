import { describe, expect } from 'vitest'
import { hours } from '../platform/clock.fake.ts'
import { invite } from '../testing/invited.ts'
import { it } from '../testing/it.ts'
import { codeAt } from '../testing/phone.ts'
import { refusalOf } from '../testing/refusal.ts'
import { linkAnew, secondStepRowsOf, UNLINKED } from '../testing/second-step.ts'
import { relink, unlink } from '../testing/unlinking.ts'
import type { SignedIn } from '../testing/world.ts'

describe('unlinking an authenticator', () => {
  it('ends everything of the user at once, and is written with its reason and mailed to the user (REC-18)', async ({
    world,
    clock,
    tenant,
    holder,
    as,
    inbox,
    audit,
  }) => {
    const caller = await as('editor')
    const { person } = caller
    const second = await world.signIn(person)
    await caller.api.session.current()
    const { relinkCode, expiresAt } = await unlink(holder, person.membershipId, 'lost-or-stolen')
    expect(relinkCode).toMatch(/^[A-Z2-9]{4}-[A-Z2-9]{4}$/)
    expect(expiresAt).toBe(clock.later(hours(24)).toISOString())
    for (const { api } of [caller, second]) expect(await refusalOf(api.session.current())).toBe('session.missing')
    expect(await secondStepRowsOf(world, person)).toEqual(UNLINKED)
    expect(await audit.last()).toMatchObject({
      action: 'authenticator.unlinked',
      outcome: 'success',
      reason: 'lost-or-stolen',
      actorId: tenant.holder.membershipId,
      objectId: person.membershipId,
      factors: 'authenticator',
    })
    expect((await inbox.all(person.membershipId)).at(-1)).toEqual({
      template: 'authenticator-unlinked',
      data: { tenantName: 'De Linde', by: tenant.holder.name, at: clock.now().toISOString() },
    })
  })

  it('shows on the page of the user what became of it, and nothing of the code', async ({
    world,
    holder,
    as,
    inbox,
  }) => {
    const { person } = await as('editor')
    expect(await read(holder, person.membershipId)).toMatchObject({
      secondStep: 'linked',
      factors: [{ kind: 'authenticator', name: 'Authenticator-app', ending: null, linkedAt: expect.any(String) }],
      relinkCodeExpiresAt: null,
    })
    const { expiresAt, relinkCode } = await unlink(holder, person.membershipId)
    const after = await read(holder, person.membershipId)
    expect(after).toMatchObject({
      secondStep: 'unlinked',
      factors: [],
      sessions: [],
      relinkCodeExpiresAt: expiresAt,
    })
    const kept = await world.asOwner(async (tx) => [
      await tx.relinkCode.findMany({ where: { userId: person.userId } }),
      await tx.auditEvent.findMany({ where: { objectId: person.membershipId } }),
      await inbox.all(person.membershipId),
    ])
    const everything = JSON.stringify([after, kept])
    expect(everything).not.toContain(relinkCode)
    expect(everything).not.toContain(relinkCode.replace('-', ''))
  })

  it('leaves the old code, the password alone and the recovery code opening nothing (REC-18)', async ({
    world,
    tenant,
    holder,
    as,
  }) => {
    const { person } = await as('editor')
    await unlink(holder, person.membershipId)
    const { caller, step } = await world.withPassword(person)
    expect(step).toBe('relink')
    const code = await world.nextCode(person)
    expect(await refusalOf(caller.api.signIn.authenticator({ body: { code } }))).toBe('attempt.wrong_step relink')
    expect(await refusalOf(caller.api.signIn.startEnrollment())).toBe('attempt.wrong_step relink')
    expect(await refusalOf(caller.api.signIn.confirmEnrollment({ body: { code } }))).toBe('attempt.wrong_step relink')
    expect(await refusalOf(caller.api.session.current())).toBe('session.missing')
    expect((await caller.api.signIn.state()).unlinked).toMatchObject({ by: tenant.holder.name })
  })

  it('lets the user link a new one with the password and the re-link code, which are then used up', async ({
    world,
    clock,
    holder,
    as,
  }) => {
    const { person } = await as('editor')
    const old = person.secret ?? ''
    const { relinkCode } = await unlink(holder, person.membershipId)
    const { caller } = await world.withPassword(person)
    expect(await relink(caller, ` ${relinkCode.toLowerCase().replace('-', ' ')} `)).toEqual({ step: 'enroll' })
    await linkAnew(world, caller, person)
    expect(person.secret).not.toBe(old)
    expect((await caller.api.session.current()).user.email).toBe(person.email)
    expect(await secondStepRowsOf(world, person)).toMatchObject({
      factors: 1,
      relinkCodes: 0,
      recoveryCodes: 1,
      secondStep: 'linked',
    })
    const again = await world.withPassword(person)
    expect(again.step).toBe('factor')
    expect(
      await refusalOf(again.caller.api.signIn.authenticator({ body: { code: await codeAt(old, clock.now()) } })),
    ).toBe('code.wrong')
    expect(await refusalOf(relink(again.caller, relinkCode))).toBe('attempt.wrong_step factor')
  })

  it('gives a code that is dead after five wrong ones, in whatever sign-ins they came', async ({
    world,
    holder,
    as,
  }) => {
    const { person } = await as('editor')
    const { relinkCode } = await unlink(holder, person.membershipId)
    const first = await world.withPassword(person)
    for (let n = 0; n < 3; n++) expect(await refusalOf(relink(first.caller, wrong(relinkCode)))).toBe('code.wrong')
    const second = await world.withPassword(person)
    for (let n = 0; n < 2; n++) expect(await refusalOf(relink(second.caller, wrong(relinkCode)))).toBe('code.wrong')
    for (const { caller } of [first, second, await world.withPassword(person)]) {
      expect(await refusalOf(relink(caller, relinkCode))).toMatch(/^code.too_many/)
    }
  })

  it('gives a code for a day', async ({ world, clock, holder, as }) => {
    const { person } = await as('editor')
    const { relinkCode } = await unlink(holder, person.membershipId)
    clock.advance(hours(24))
    const { caller } = await world.withPassword(person)
    expect(await refusalOf(relink(caller, relinkCode))).toBe('code.expired')
  })

  it('again, before a new one is linked, makes another code in the place of the first', async ({
    world,
    holder,
    as,
  }) => {
    const { person } = await as('editor')
    const first = await unlink(holder, person.membershipId)
    const half = await world.withPassword(person)
    for (let n = 0; n < 5; n++) await refusalOf(relink(half.caller, wrong(first.relinkCode)))
    expect((await read(holder, person.membershipId)).actions).toContain('unlink')
    const second = await unlink(holder, person.membershipId)
    expect(second.relinkCode).not.toBe(first.relinkCode)
    expect(await refusalOf(relink(half.caller, second.relinkCode))).toBe('attempt.missing')
    const { caller } = await world.withPassword(person)
    expect(await refusalOf(relink(caller, first.relinkCode))).toBe('code.wrong')
    expect(await relink(caller, second.relinkCode)).toEqual({ step: 'enroll' })
    await linkAnew(world, caller, person)
    expect(await secondStepRowsOf(world, person)).toMatchObject({ factors: 1, relinkCodes: 0 })
  })

  it('voids a linking that is going on after the code was shown', async ({ world, holder, as }) => {
    const { person } = await as('editor')
    const { relinkCode } = await unlink(holder, person.membershipId)
    const { caller } = await world.withPassword(person)
    await relink(caller, relinkCode)
    person.secret = (await caller.api.signIn.startEnrollment()).secret
    await unlink(holder, person.membershipId)
    expect(await refusalOf(caller.api.signIn.confirmEnrollment({ body: { code: await world.nextCode(person) } }))).toBe(
      'attempt.missing',
    )
    expect(await secondStepRowsOf(world, person)).toEqual(UNLINKED)
  })

  it('ends what was opened in other organisations too, and voids open links', async ({ world, holder, as }) => {
    const elsewhere = await world.addTenant('Elders')
    const caller = await as('editor')
    const { person } = caller
    const there = await world.signIn(elsewhere.holder)
    const { token, membershipId } = await invite(world, there, elsewhere, { email: person.email })
    await caller.api.invitations.join({ body: { token } })
    await caller.api.session.switchTenant({ body: { tenantId: elsewhere.tenantId } })
    await world.stranger().api.passwordReset.request({ body: { email: person.email } })
    await unlink(holder, person.membershipId)
    expect(await refusalOf(caller.api.session.current())).toBe('session.missing')
    expect((await there.api.users.read({ params: { id: membershipId } })).secondStep).toBe('unlinked')
    expect(
      await world.asOwner((tx) =>
        tx.link.count({ where: { membershipId: person.membershipId, usedAt: null, voidedAt: null } }),
      ),
    ).toBe(0)
  })

  it('heals an authenticator that was switched off after a hundred wrong codes', async ({
    world,
    clock,
    tenant,
    holder,
    as,
  }) => {
    const { person } = await as('editor')
    await world.asOwner(async (tx) => {
      await tx.factor.updateMany({ where: { userId: person.userId }, data: { state: 'off' } })
      const counter = { inWindow: 10, consecutive: 100, windowStartedAt: clock.now() }
      await tx.secondFactorCounter.createMany({
        data: [{ ...counter, homeTenantId: tenant.tenantId, userId: person.userId }],
      })
    })
    const { relinkCode } = await unlink(holder, person.membershipId)
    const { caller } = await world.withPassword(person)
    await relink(caller, relinkCode)
    await linkAnew(world, caller, person)
    expect(await refusalOf(world.signIn(person))).toBe('not refused')
  })

  it('works for a deactivated member: a leaver', async ({ world, holder, as }) => {
    const { person } = await as('editor')
    await holder.api.users.deactivate({ params: { id: person.membershipId } })
    expect(await refusalOf(unlink(holder, person.membershipId, 'leaver'))).toBe('not refused')
    expect(await secondStepRowsOf(world, person)).toEqual(UNLINKED)
  })
})

const read = (holder: SignedIn, id: string) => holder.api.users.read({ params: { id } })

/** A re-link code that is none of ours. */
const wrong = (code: string) => code.replace(/^./, (letter) => (letter === 'A' ? 'B' : 'A'))
