import { describe, expect } from 'vitest'
import { days, minutes } from '../platform/clock.fake.ts'
import { emailsOf, mails, newAddress } from '../testing/email-change.ts'
import { it } from '../testing/it.ts'
import { refusalOf } from '../testing/refusal.ts'
import { newestToken } from '../testing/stored-rows.ts'
import { PASSWORD, type SignedIn, type World } from '../testing/world.ts'

describe('stopping a change of address from the old mailbox', () => {
  it('before it was confirmed: it never is, everything ends, and a new password follows', async ({ world, as }) => {
    const caller = await as('reader')
    const { person } = caller
    const { toOld, toNew } = await ask(world, caller)
    await world.withPassword(person)
    const { resetToken } = await stop(world, toOld)
    expect(await refusalOf(world.stranger().api.links.inspect({ body: { token: toNew } }))).toBe('link.gone')
    expect(await refusalOf(caller.api.session.current())).toBe('session.missing')
    expect(await refusalOf(world.withPassword(person))).toBe('sign_in.password_void')
    const counts = await world.asOwner(async ({ session, signInAttempt, knownDevice }) => {
      const where = { userId: person.userId }
      return [await session.count({ where }), await signInAttempt.count({ where }), await knownDevice.count({ where })]
    })
    expect(counts).toEqual([0, 0, 0])
    const again = world.stranger()
    expect(await again.api.passwordReset.complete({ body: { token: resetToken, password: NEW } })).toEqual({
      step: 'factor',
    })
    await again.api.signIn.authenticator({ body: { code: await world.nextCode(person) } })
    expect(await refusalOf(again.api.account.confirmEmail({ body: { token: toNew } }))).toBe('link.gone')
    expect(await emailsOf(world, person)).toEqual([person.email, person.email, person.email])
  })

  it('after it was confirmed: the old address is back, by the link of either mail', async ({ world, as }) => {
    for (const link of ['toOld', 'afterwards'] as const) {
      const caller = await as('reader')
      const { person } = caller
      const changed = await change(world, caller)
      expect(await emailsOf(world, person)).toEqual([changed.newEmail, changed.newEmail, changed.newEmail])
      const { resetToken } = await stop(world, changed[link])
      for (const token of [changed.toOld, changed.afterwards])
        expect(await refusalOf(stop(world, token))).toBe('link.gone')
      expect(await emailsOf(world, person)).toEqual([person.email, person.email, person.email])
      expect(await refusalOf(caller.api.session.current())).toBe('session.missing')
      expect(await refusalOf(world.withPassword(person))).toBe('sign_in.password_void')
      await world.stranger().api.passwordReset.complete({ body: { token: resetToken, password: NEW } })
      const back = await world.signIn(person, world.stranger(), NEW)
      expect((await back.api.session.current()).user.email).toBe(person.email)
    }
  })

  it('is reported to both addresses and in the log', async ({ world, clock, as, audit }) => {
    const caller = await as('reader')
    const { person } = caller
    const { newEmail, afterwards } = await change(world, caller)
    await stop(world, afterwards)
    const at = clock.now().toISOString()
    expect(await mails(world, person, 'email-change-stopped')).toEqual([
      { to: person.email, at, email: person.email },
      { to: newEmail, at, email: person.email },
    ])
    expect(await audit.last()).toMatchObject({
      action: 'email.change-stopped',
      actorId: person.membershipId,
      actorRole: 'Lezer',
      before: { email: newEmail },
      after: { email: person.email },
    })
    const waiting = await as('reader')
    await stop(world, (await ask(world, waiting)).toOld)
    expect(await mails(world, waiting.person, 'email-change-stopped')).toMatchObject([{ to: waiting.person.email }])
    expect(await audit.last()).toMatchObject({ before: null, after: null })
  })

  it('ends everything also when another account has the old address by now, which it keeps', async ({
    world,
    as,
    addPerson,
  }) => {
    const caller = await as('reader')
    const { person } = caller
    const { newEmail, afterwards } = await change(world, caller)
    const other = await addPerson('reader', { email: person.email })
    const { resetToken } = await stop(world, afterwards)
    expect(await emailsOf(world, person)).toEqual([newEmail, newEmail, newEmail])
    expect(await emailsOf(world, other)).toEqual([person.email, person.email, person.email])
    expect(await refusalOf(caller.api.session.current())).toBe('session.missing')
    expect(await mails(world, person, 'email-change-stopped')).toMatchObject([
      { to: newEmail, email: newEmail },
      { to: person.email, email: newEmail },
    ])
    const body = { token: resetToken, password: NEW }
    expect(await world.stranger().api.passwordReset.complete({ body })).toEqual({ step: 'factor' })
  })

  it('is possible after the change was taken back, since it was asked for', async ({ world, as }) => {
    const caller = await as('reader')
    const { toOld } = await ask(world, caller)
    await caller.api.account.cancelEmailChange()
    expect(await refusalOf(stop(world, toOld))).toBe('not refused')
    expect(await refusalOf(world.withPassword(caller.person))).toBe('sign_in.password_void')
  })

  it('is done once, of twenty at once over two processes and with the links of both mails', async ({ world, as }) => {
    const caller = await as('reader')
    const { toOld, afterwards } = await change(world, caller)
    const second = await world.secondApp()
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        refusalOf(stop(world, index % 2 ? toOld : afterwards, index % 4 < 2 ? world : second)),
      ),
    )
    await second.close()
    expect(answers.filter((answer) => answer === 'not refused')).toHaveLength(1)
    expect(answers.filter((answer) => answer === 'link.gone')).toHaveLength(19)
  })

  it('takes no link of another purpose (REC-17), and does nothing when the link is only opened (CHN-16)', async ({
    world,
    as,
    inbox,
  }) => {
    const caller = await as('reader')
    const { toOld, toNew } = await ask(world, caller)
    await world.signIn(caller.person)
    const notMe = await inbox.token(caller.person.membershipId, '/not-me')
    for (const token of [toNew, notMe]) expect(await refusalOf(stop(world, token))).toBe('link.gone')
    const inspected = await world.stranger().api.links.inspect({ body: { token: toOld } })
    expect(inspected).toMatchObject({ purpose: 'email-change-stop', email: caller.person.email })
    expect((await caller.api.account.read()).newEmail).not.toBeNull()
  })

  it('can be done for seven days (LNK-05)', async ({ world, clock, as }) => {
    const [first, second] = [await ask(world, await as('reader')), await ask(world, await as('reader'))]
    clock.advance(days(7) - minutes(2))
    expect(await refusalOf(stop(world, first.toOld))).toBe('not refused')
    clock.advance(minutes(2))
    expect(await refusalOf(stop(world, second.toOld))).toBe('link.gone')
  })
})

describe('a thief who changed the address of an account', () => {
  it('cannot void the link of the old mailbox: by saying “that was not me”, another password, or another change', async ({
    world,
    as,
    inbox,
  }) => {
    const caller = await as('reader')
    const { person } = caller
    const first = await change(world, caller)
    const second = await change(world, caller)
    await caller.api.account.changePassword({ body: { currentPassword: PASSWORD, newPassword: NEW } })
    await world.signIn({ ...person, email: second.newEmail }, world.stranger(), NEW)
    await world.stranger().api.reports.notMe({
      body: { token: await inbox.token(person.membershipId, '/not-me') },
    })
    expect(await refusalOf(stop(world, first.afterwards))).toBe('not refused')
    expect(await emailsOf(world, person)).toEqual([person.email, person.email, person.email])
  })

  it('cannot undo the undoing: of a chain of mailboxes the one that was there first decides', async ({
    world,
    clock,
    as,
  }) => {
    const caller = await as('reader')
    const { person } = caller
    const first = await change(world, caller)
    clock.advance(minutes(1))
    const second = await change(world, caller)
    await stop(world, second.afterwards)
    expect(await emailsOf(world, person)).toEqual([first.newEmail, first.newEmail, first.newEmail])
    await stop(world, first.afterwards)
    expect(await emailsOf(world, person)).toEqual([person.email, person.email, person.email])
    for (const token of [second.toOld, first.toOld]) expect(await refusalOf(stop(world, token))).toBe('link.gone')
  })

  it('has no way back by a later link once the first mailbox stopped it', async ({ world, clock, as }) => {
    const caller = await as('reader')
    const { person } = caller
    const first = await change(world, caller)
    clock.advance(minutes(1))
    const second = await change(world, caller)
    await stop(world, first.afterwards)
    expect(await refusalOf(stop(world, second.afterwards))).toBe('link.gone')
    expect(await emailsOf(world, person)).toEqual([person.email, person.email, person.email])
  })
})

const NEW = 'acht groene tandems'
const stop = (world: World, token: string, from: Pick<World, 'stranger'> = world) =>
  from.stranger().api.reports.stopEmailChange({ body: { token } })

/** Asks for another address; gives it, and the links that the old and the new mailbox got. */
async function ask(world: World, { api, person }: SignedIn, newEmail = newAddress()) {
  await api.account.changeEmail({ body: { email: newEmail } })
  const { membershipId } = person
  const toOld = await newestToken(world, membershipId, '/stop-email-change')
  return { newEmail, toOld, toNew: await newestToken(world, membershipId, '/confirm-email') }
}

/** Asks for another address and confirms it; gives the link that the old mailbox got at the end. */
async function change(world: World, caller: SignedIn, newEmail = newAddress()) {
  const asked = await ask(world, caller, newEmail)
  world.clock.advance(minutes(1))
  await caller.api.account.confirmEmail({ body: { token: asked.toNew } })
  return { ...asked, afterwards: await newestToken(world, caller.person.membershipId, '/stop-email-change') }
}
