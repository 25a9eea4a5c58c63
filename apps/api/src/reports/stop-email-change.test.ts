import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { days, minutes } from '../platform/clock.fake.ts'
import { refusalOf } from '../testing/refusal.ts'
import { signInAnywhere, stranger, withPassword } from '../testing/second-step.ts'
import { eventsOf, mailsTo, newestToken } from '../testing/stored-rows.ts'
import { createWorld, PASSWORD, type Person, type SignedIn, type Tenant, type World } from '../testing/world.ts'

let world: World
let tenant: Tenant
beforeAll(async () => {
  world = await createWorld()
  tenant = await world.addTenant('De Linde', { seats: 200 })
})
afterAll(() => world.close())

const NEW = 'acht groene tandems'
let addresses = 0
const newAddress = () => {
  addresses += 1
  return `kwaad${addresses}@example.nl`
}
const signedIn = async () => signInAnywhere(world, await world.addPerson(tenant, 'reader'))
const stop = (token: string, from: Pick<World, 'visitor'> = world) =>
  stranger(from).api.reports.stopEmailChange({ body: { token } })

/** Asks for another address; gives it, and the links that the old and the new mailbox got. */
async function ask({ api, person }: SignedIn, newEmail = newAddress()) {
  await api.account.changeEmail({ body: { email: newEmail } })
  const { membershipId } = person
  const toOld = await newestToken(world, membershipId, '/stop-email-change')
  return { newEmail, toOld, toNew: await newestToken(world, membershipId, '/confirm-email') }
}

/** Asks for another address and confirms it; gives the link that the old mailbox got at the end. */
async function change(caller: SignedIn, newEmail = newAddress()) {
  const asked = await ask(caller, newEmail)
  world.clock.advance(minutes(1))
  await caller.api.account.confirmEmail({ body: { token: asked.toNew } })
  return { ...asked, afterwards: await newestToken(world, caller.person.membershipId, '/stop-email-change') }
}

const urlsOf = ({ userId }: Person) =>
  world.asOwner(async (tx) => [
    (await tx.login.findFirstOrThrow({ where: { userId } })).email,
    (await tx.user.findFirstOrThrow({ where: { id: userId } })).email,
    ...(await tx.membership.findMany({ where: { userId } })).map(({ email }) => email),
  ])
const mails = async ({ membershipId }: Person, wanted: string) =>
  (await mailsTo(world, membershipId)).filter(({ template }) => template === wanted).map(({ data }) => data)

describe('stopping a change of address from the old mailbox', () => {
  it('before it was confirmed: it never is, everything ends, and a new password follows', async () => {
    const caller = await signedIn()
    const { person } = caller
    const { toOld, toNew } = await ask(caller)
    await withPassword(world, person)
    const { resetToken } = await stop(toOld)
    expect(await refusalOf(stranger(world).api.links.inspect({ body: { token: toNew } }))).toBe('link.gone')
    expect(await refusalOf(caller.api.session.current())).toBe('session.missing')
    expect(await refusalOf(withPassword(world, person))).toBe('sign_in.password_void')
    const counts = await world.asOwner(async ({ session, signInAttempt, knownDevice }) => {
      const where = { userId: person.userId }
      return [await session.count({ where }), await signInAttempt.count({ where }), await knownDevice.count({ where })]
    })
    expect(counts).toEqual([0, 0, 0])
    const again = stranger(world)
    expect(await again.api.passwordReset.complete({ body: { token: resetToken, password: NEW } })).toEqual({
      step: 'factor',
    })
    await again.api.signIn.authenticator({ body: { code: await world.nextCode(person) } })
    expect(await refusalOf(again.api.account.confirmEmail({ body: { token: toNew } }))).toBe('link.gone')
    expect(await urlsOf(person)).toEqual([person.email, person.email, person.email])
  })

  it('after it was confirmed: the old address is back, by the link of either mail', async () => {
    for (const link of ['toOld', 'afterwards'] as const) {
      const caller = await signedIn()
      const { person } = caller
      const changed = await change(caller)
      expect(await urlsOf(person)).toEqual([changed.newEmail, changed.newEmail, changed.newEmail])
      const { resetToken } = await stop(changed[link])
      for (const token of [changed.toOld, changed.afterwards]) expect(await refusalOf(stop(token))).toBe('link.gone')
      expect(await urlsOf(person)).toEqual([person.email, person.email, person.email])
      expect(await refusalOf(caller.api.session.current())).toBe('session.missing')
      expect(await refusalOf(withPassword(world, person))).toBe('sign_in.password_void')
      await stranger(world).api.passwordReset.complete({ body: { token: resetToken, password: NEW } })
      const back = await world.signIn(person, stranger(world), NEW)
      expect((await back.api.session.current()).user.email).toBe(person.email)
    }
  })

  it('is told to both addresses and to the log', async () => {
    const caller = await signedIn()
    const { person } = caller
    const { newEmail, afterwards } = await change(caller)
    await stop(afterwards)
    const at = world.clock.now().toISOString()
    expect(await mails(person, 'email-change-stopped')).toEqual([
      { to: person.email, at, email: person.email },
      { to: newEmail, at, email: person.email },
    ])
    expect((await eventsOf(world, tenant.tenantId)).at(-1)).toMatchObject({
      action: 'email.change-stopped',
      actorId: person.membershipId,
      actorRole: 'Lezer',
      before: { email: newEmail },
      after: { email: person.email },
    })
    const waiting = await signedIn()
    await stop((await ask(waiting)).toOld)
    expect(await mails(waiting.person, 'email-change-stopped')).toMatchObject([{ to: waiting.person.email }])
    expect((await eventsOf(world, tenant.tenantId)).at(-1)).toMatchObject({ before: null, after: null })
  })

  it('ends everything also when somebody else has the old address by now, which they keep', async () => {
    const caller = await signedIn()
    const { person } = caller
    const { newEmail, afterwards } = await change(caller)
    const other = await world.addPerson(tenant, 'reader', { email: person.email })
    const { resetToken } = await stop(afterwards)
    expect(await urlsOf(person)).toEqual([newEmail, newEmail, newEmail])
    expect(await urlsOf(other)).toEqual([person.email, person.email, person.email])
    expect(await refusalOf(caller.api.session.current())).toBe('session.missing')
    expect(await mails(person, 'email-change-stopped')).toMatchObject([
      { to: newEmail, email: newEmail },
      { to: person.email, email: newEmail },
    ])
    const body = { token: resetToken, password: NEW }
    expect(await stranger(world).api.passwordReset.complete({ body })).toEqual({ step: 'factor' })
  })

  it('is possible after the change was taken back: somebody asked for it', async () => {
    const caller = await signedIn()
    const { toOld } = await ask(caller)
    await caller.api.account.cancelEmailChange()
    expect(await refusalOf(stop(toOld))).toBe('not refused')
    expect(await refusalOf(withPassword(world, caller.person))).toBe('sign_in.password_void')
  })

  it('is done once, of twenty at once over two processes and with the links of both mails', async () => {
    const caller = await signedIn()
    const { toOld, afterwards } = await change(caller)
    const second = await world.secondApp()
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        refusalOf(stop(index % 2 ? toOld : afterwards, index % 4 < 2 ? world : second)),
      ),
    )
    await second.close()
    expect(answers.filter((answer) => answer === 'not refused')).toHaveLength(1)
    expect(answers.filter((answer) => answer === 'link.gone')).toHaveLength(19)
  })

  it('takes no link of another purpose (REC-17), and does nothing when the link is only opened (CHN-16)', async () => {
    const caller = await signedIn()
    const { toOld, toNew } = await ask(caller)
    await signInAnywhere(world, caller.person)
    const notMe = await newestToken(world, caller.person.membershipId, '/not-me')
    for (const token of [toNew, notMe]) expect(await refusalOf(stop(token))).toBe('link.gone')
    const inspected = await stranger(world).api.links.inspect({ body: { token: toOld } })
    expect(inspected).toMatchObject({ purpose: 'email-change-stop', email: caller.person.email })
    expect((await caller.api.account.read()).newEmail).not.toBeNull()
  })

  it('can be done for seven days (LNK-05)', async () => {
    const [first, second] = [await ask(await signedIn()), await ask(await signedIn())]
    world.clock.advance(days(7) - minutes(2))
    expect(await refusalOf(stop(first.toOld))).toBe('not refused')
    world.clock.advance(minutes(2))
    expect(await refusalOf(stop(second.toOld))).toBe('link.gone')
  })
})

describe('whoever took an account over and changed its address', () => {
  it('cannot void the link of the old mailbox: by saying “that was not me”, another password, or another change', async () => {
    const caller = await signedIn()
    const { person } = caller
    const first = await change(caller)
    const second = await change(caller)
    await caller.api.account.changePassword({ body: { currentPassword: PASSWORD, newPassword: NEW } })
    await world.signIn({ ...person, email: second.newEmail }, stranger(world), NEW)
    await stranger(world).api.reports.notMe({
      body: { token: await newestToken(world, person.membershipId, '/not-me') },
    })
    expect(await refusalOf(stop(first.afterwards))).toBe('not refused')
    expect(await urlsOf(person)).toEqual([person.email, person.email, person.email])
  })

  it('cannot undo the undoing: of a chain of mailboxes the one that was there first decides', async () => {
    const caller = await signedIn()
    const { person } = caller
    const first = await change(caller)
    world.clock.advance(minutes(1))
    const second = await change(caller)
    await stop(second.afterwards)
    expect(await urlsOf(person)).toEqual([first.newEmail, first.newEmail, first.newEmail])
    await stop(first.afterwards)
    expect(await urlsOf(person)).toEqual([person.email, person.email, person.email])
    for (const token of [second.toOld, first.toOld]) expect(await refusalOf(stop(token))).toBe('link.gone')
  })

  it('has no way back by a later link once the first mailbox stopped it', async () => {
    const caller = await signedIn()
    const { person } = caller
    const first = await change(caller)
    world.clock.advance(minutes(1))
    const second = await change(caller)
    await stop(first.afterwards)
    expect(await refusalOf(stop(second.afterwards))).toBe('link.gone')
    expect(await urlsOf(person)).toEqual([person.email, person.email, person.email])
  })
})
