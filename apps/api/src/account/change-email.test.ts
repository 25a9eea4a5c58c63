import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { days, hours, minutes, seconds } from '../platform/clock.fake.ts'
import type { Caller } from '../testing/caller.ts'
import { addExternalMember } from '../testing/external-members.ts'
import { invite } from '../testing/invited.ts'
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

let emails = 0
const newAddress = () => {
  emails += 1
  return `nieuw${emails}@example.nl`
}
const signedIn = async () => signInAnywhere(world, await world.addPerson(tenant, 'reader'))
const ask = ({ api }: SignedIn, email: string) => api.account.changeEmail({ body: { email } })
const confirm = ({ api }: Caller, token: string) => refusalOf(api.account.confirmEmail({ body: { token } }))
const confirmToken = ({ person }: SignedIn) => newestToken(world, person.membershipId, '/confirm-email')
const mails = async ({ membershipId }: Pick<Person, 'membershipId'>, wanted: string) =>
  (await mailsTo(world, membershipId)).filter(({ template }) => template === wanted).map(({ data }) => data)
const fresh = async (caller: SignedIn) =>
  caller.api.session.stepUp({ body: { code: await world.nextCode(caller.person) } })

/** Where the address of a person is kept. */
const emailsOf = ({ userId }: Person) =>
  world.asOwner(async (tx) => [
    (await tx.login.findFirstOrThrow({ where: { userId } })).email,
    (await tx.user.findFirstOrThrow({ where: { id: userId } })).email,
    ...(await tx.membership.findMany({ where: { userId } })).map(({ email }) => email),
  ])
const inOneDay = () => new Date(world.clock.now().getTime() + days(1)).toISOString()
const inAWeek = () => new Date(world.clock.now().getTime() + days(7)).toISOString()

describe('asking for another address', () => {
  it('mails a link to the new one and another to the old, tells the log, and changes nothing yet', async () => {
    const caller = await signedIn()
    const { email, membershipId } = caller.person
    const newEmail = newAddress()
    await ask(caller, newEmail.toUpperCase())
    const [toNew] = await mails(caller.person, 'email-change-confirm')
    const [toOld] = await mails(caller.person, 'email-change-asked')
    expect(toNew).toEqual({ to: newEmail, link: expect.stringContaining('/confirm-email#'), expiresAt: inOneDay() })
    expect(toOld).toMatchObject({ to: email, newEmail, link: expect.stringContaining('/stop-email-change#') })
    expect(toOld).toMatchObject({ at: world.clock.now().toISOString(), expiresAt: inAWeek() })
    expect((await eventsOf(world, tenant.tenantId)).at(-1)).toMatchObject({
      action: 'email.change-asked',
      actorId: membershipId,
      before: { email },
      after: { email: newEmail },
    })
    expect(new Set(await emailsOf(caller.person))).toEqual(new Set([email]))
    expect(await caller.api.account.read()).toMatchObject({
      email,
      newEmail: { email: newEmail, expiresAt: inOneDay() },
      passwordMin: 8,
    })
  })

  it('is answered the same when the address has an account: only its own mailbox is told (CHN-21)', async () => {
    const [caller, holder] = [await signedIn(), await world.addPerson(tenant, 'reader')]
    const free = newAddress()
    const send = (email: string) => caller.send('POST', '/api/v1/account/email', { body: { email } })
    const seen: unknown[] = []
    for (const email of [free, holder.email]) {
      const { status, body } = await send(email)
      const { newEmail } = await caller.api.account.read()
      seen.push([status, body, newEmail?.expiresAt, (await mails(caller.person, 'email-change-asked')).length])
      expect(newEmail?.email).toBe(email)
    }
    expect(seen).toEqual([
      [202, '', inOneDay(), 1],
      [202, '', inOneDay(), 2],
    ])
    expect(await mails(holder, 'email-change-taken')).toEqual([{ at: world.clock.now().toISOString() }])
    expect(await mails(caller.person, 'email-change-confirm')).toMatchObject([{ to: free }])
    expect(await emailsOf(holder)).toEqual([holder.email, holder.email, holder.email])
  })

  it('takes no address that is one’s own, and none that is no plain address (CHN-15)', async () => {
    const caller = await signedIn()
    expect(await refusalOf(ask(caller, caller.person.email.toUpperCase()))).toBe('email.same')
    const strange = ['"a@evil.example x"@target.nl', 'a(comment)@target.nl', 'a@[192.0.2.1]', 'a@b@target.nl', 'a@nl']
    for (const email of strange) expect(await refusalOf(ask(caller, email))).toBe('request.invalid')
    expect(await mails(caller.person, 'email-change-asked')).toEqual([])
  })

  it('needs a fresh second step, and one stronger than the e-mail code (SES-12, ENR-24)', async () => {
    const caller = await signedIn()
    world.clock.advance(minutes(10) + seconds(1))
    expect(await refusalOf(ask(caller, newAddress()))).toBe('session.not_fresh')
    await fresh(caller)
    await world.asOwner((tx) =>
      tx.session.updateMany({ where: { userId: caller.person.userId }, data: { secondFactor: 'email' } }),
    )
    expect(await refusalOf(ask(caller, newAddress()))).toBe('session.weak')
  })

  it('is not done for seven days after the authenticator was unlinked (REC-19)', async () => {
    const caller = await signedIn()
    const setUnlinked = (unlinkedAt: Date) =>
      world.asOwner((tx) => tx.login.updateMany({ where: { userId: caller.person.userId }, data: { unlinkedAt } }))
    await setUnlinked(new Date(world.clock.now().getTime() - days(7) + seconds(1)))
    expect(await refusalOf(ask(caller, newAddress()))).toBe('email.unlinked_recently')
    expect(await mails(caller.person, 'email-change-asked')).toEqual([])
    world.clock.advance(seconds(1))
    await ask(caller, newAddress())
    await setUnlinked(world.clock.now())
    expect(await confirm(caller, await confirmToken(caller))).toBe('email.unlinked_recently')
  })

  it('is done five times a day', async () => {
    const caller = await signedIn()
    for (let i = 0; i < 5; i++) await ask(caller, newAddress())
    expect(await refusalOf(ask(caller, newAddress()))).toBe('request.too_many')
  })

  it('fills nobody’s mailbox: three mails an hour to one address, whoever asks, and the answer stays the same (CHN-13)', async () => {
    const newEmail = newAddress()
    const callers = [await signedIn(), await signedIn(), await signedIn(), await signedIn()]
    for (const caller of callers) await fresh(caller)
    for (const caller of callers) await ask(caller, newEmail)
    const sent = await Promise.all(callers.map(({ person }) => mails(person, 'email-change-confirm')))
    expect(sent.map(({ length }) => length)).toEqual([1, 1, 1, 0])
    expect(await mails(callers[3]?.person ?? tenant.holder, 'email-change-asked')).toHaveLength(1)
  })
})

describe('confirming it', () => {
  it('moves the account there in every organisation, and tells both addresses and the log (LNK-06)', async () => {
    const holder = await signInAnywhere(world, tenant.holder)
    const { caller, home, membershipId } = await addExternalMember(world, { tenant, holder })
    const { person } = caller
    const newEmail = newAddress()
    await ask(caller, newEmail)
    const half = (await withPassword(world, person)).caller
    await stranger(world).api.passwordReset.request({ body: { email: person.email } })
    const resetToken = await newestToken(world, person.membershipId, '/reset-password')
    expect(resetToken).not.toBe('none')
    expect(await confirm(caller, await confirmToken(caller))).toBe('not refused')
    expect(await emailsOf(person)).toEqual([newEmail, newEmail, newEmail, newEmail])
    expect(await world.asOwner((tx) => tx.membership.count({ where: { id: membershipId, email: newEmail } }))).toBe(1)
    const at = world.clock.now().toISOString()
    expect(await mails(person, 'email-changed')).toEqual([
      { to: person.email, newEmail, at, link: expect.stringContaining('/stop-email-change#'), expiresAt: inAWeek() },
    ])
    expect(await mails(person, 'email-change-done')).toEqual([{ to: newEmail, at }])
    expect((await eventsOf(world, home.tenantId)).at(-1)).toMatchObject({
      action: 'email.changed',
      actorId: person.membershipId,
      before: { email: person.email },
      after: { email: newEmail },
    })
    expect((await caller.api.account.read()).newEmail).toBeNull()
    const body = { token: resetToken, password: 'acht groene tandems' }
    expect(await refusalOf(stranger(world).api.passwordReset.complete({ body }))).toBe('link.gone')
    // Void, and not only of another address: it does not come back with the old one.
    const open = { purpose: 'password-reset', usedAt: null, voidedAt: null, membership: { userId: person.userId } }
    expect(await world.asOwner((tx) => tx.link.count({ where: open }))).toBe(0)
    expect((await half.api.signIn.state()).email).toBe(newEmail)
  })

  it('makes the new address the one to sign in with, on a device that stays known, and frees the old', async () => {
    const caller = await signedIn()
    const { person } = caller
    const newEmail = newAddress()
    await ask(caller, newEmail)
    await confirm(caller, await confirmToken(caller))
    expect(await refusalOf(withPassword(world, person))).toBe('sign_in.refused')
    await world.signIn({ ...person, email: newEmail }, caller)
    expect(await mails(person, 'new-device')).toEqual([])
    const other = await signedIn()
    await ask(other, person.email)
    expect(await confirm(other, await confirmToken(other))).toBe('not refused')
  })

  it('voids codes that went to the old mailbox, and no others', async () => {
    const caller = await signedIn()
    const { userId, tenantId } = caller.person
    const { random } = world.platform
    const moments = { createdAt: world.clock.now(), expiresAt: world.clock.now() }
    const codes = ['email', 'sms'].map((method) => {
      const ids = { id: random.uuid(), boundTo: random.uuid(), messageId: random.uuid() }
      const factorId = method === 'sms' ? random.uuid() : null
      return {
        ...ids,
        ...moments,
        homeTenantId: tenantId,
        userId,
        method,
        factorId,
        purpose: 'sign-in',
        codeHash: 'k1.none',
      }
    })
    await world.asOwner((tx) => tx.oneTimeCode.createMany({ data: codes }))
    await ask(caller, newAddress())
    await confirm(caller, await confirmToken(caller))
    const left = await world.asOwner((tx) => tx.oneTimeCode.findMany({ where: { userId } }))
    expect(left.map(({ method }) => method)).toEqual(['sms'])
  })

  it('needs the session of the very account (CHN-21)', async () => {
    const [caller, other] = [await signedIn(), await signedIn()]
    await ask(caller, newAddress())
    const token = await confirmToken(caller)
    expect(await confirm(stranger(world), token)).toBe('session.missing')
    expect(await confirm(other, token)).toBe('link.other_account')
    expect(await emailsOf(other.person)).not.toContain(`nieuw${emails}@example.nl`)
    expect(await confirm(caller, token)).toBe('not refused')
  })

  it('is done once, of twenty at once over two processes', async () => {
    const caller = await signedIn()
    await ask(caller, newAddress())
    const token = await confirmToken(caller)
    const second = await world.secondApp()
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) => {
        const tab = stranger(index % 2 ? second : world)
        for (const [name, value] of caller.cookies) tab.cookies.set(name, value)
        return confirm(tab, token)
      }),
    )
    await second.close()
    expect(answers.filter((answer) => answer === 'not refused')).toHaveLength(1)
    expect(answers.filter((answer) => answer === 'link.gone')).toHaveLength(19)
    expect(await mails(caller.person, 'email-changed')).toHaveLength(1)
  })

  it.each([
    ['is an account by now', async (email: string) => void (await world.addPerson(tenant, 'reader', { email }))],
    [
      'was invited to the organisation',
      async (email: string) => {
        await invite(world, await signInAnywhere(world, tenant.holder), tenant, { email })
      },
    ],
  ])('is refused when the address %s, and merges nothing (CHN-21)', async (_, happens) => {
    const caller = await signedIn()
    const newEmail = newAddress()
    await ask(caller, newEmail)
    await happens(newEmail)
    expect(await confirm(caller, await confirmToken(caller))).toBe('user.exists')
    expect(new Set(await emailsOf(caller.person))).toEqual(new Set([caller.person.email]))
    expect(await mails(caller.person, 'email-changed')).toEqual([])
  })

  it('takes no link of another purpose, and its own opens nothing else (REC-17)', async () => {
    const caller = await signedIn()
    await ask(caller, newAddress())
    const token = await confirmToken(caller)
    const stop = await newestToken(world, caller.person.membershipId, '/stop-email-change')
    expect(await confirm(caller, stop)).toBe('link.gone')
    const body = { token, password: 'acht groene tandems' }
    expect(await refusalOf(stranger(world).api.passwordReset.complete({ body }))).toBe('link.gone')
    for (const call of [stranger(world).api.reports.notMe, stranger(world).api.reports.stopEmailChange]) {
      expect(await refusalOf(call({ body: { token } }))).toBe('link.gone')
    }
    expect(await confirm(caller, token)).toBe('not refused')
  })
})

describe('a change that waits', () => {
  it('is taken back from the account, once', async () => {
    const caller = await signedIn()
    expect(await refusalOf(caller.api.account.cancelEmailChange())).toBe('request.not_found')
    await ask(caller, newAddress())
    await caller.api.account.cancelEmailChange()
    expect((await eventsOf(world, tenant.tenantId)).at(-1)).toMatchObject({
      action: 'email.change-stopped',
      actorId: caller.person.membershipId,
    })
    expect((await caller.api.account.read()).newEmail).toBeNull()
    expect(await confirm(caller, await confirmToken(caller))).toBe('link.gone')
    expect(await refusalOf(caller.api.account.cancelEmailChange())).toBe('request.not_found')
  })

  it('gives way to a newer one, in whichever organisation that is asked', async () => {
    const holder = await signInAnywhere(world, tenant.holder)
    const { caller, membershipId } = await addExternalMember(world, { tenant, holder })
    await ask(caller, newAddress())
    const first = await confirmToken(caller)
    await caller.api.session.switchTenant({ body: { tenantId: tenant.tenantId } })
    const newEmail = newAddress()
    await ask(caller, newEmail)
    expect(await confirm(caller, first)).toBe('link.gone')
    expect((await caller.api.account.read()).newEmail?.email).toBe(newEmail)
    expect(await confirm(caller, await newestToken(world, membershipId, '/confirm-email'))).toBe('not refused')
  })

  it('can be confirmed for a day (LNK-05)', async () => {
    const [first, second] = [await signedIn(), await signedIn()]
    for (const caller of [first, second]) await ask(caller, newAddress())
    world.clock.advance(hours(24) - minutes(2))
    const [one, two] = [await world.signIn(first.person, first), await world.signIn(second.person, second)]
    expect(await confirm(one, await confirmToken(one))).toBe('not refused')
    world.clock.advance(minutes(2))
    expect((await two.api.account.read()).newEmail).toBeNull()
    expect(await confirm(two, await confirmToken(two))).toBe('link.gone')
    expect(await refusalOf(two.api.account.cancelEmailChange())).toBe('request.not_found')
  })

  it.each([
    [
      'the password was changed from another session',
      async ({ person }: SignedIn) => {
        const other = await signInAnywhere(world, person)
        await other.api.account.changePassword({
          body: { currentPassword: PASSWORD, newPassword: 'acht groene tandems' },
        })
      },
    ],
    [
      'the authenticator was unlinked',
      async ({ person }: SignedIn) => {
        const holder = await signInAnywhere(world, tenant.holder)
        await holder.api.users.unlinkAuthenticator({
          params: { id: person.membershipId },
          body: { reason: 'new-phone' },
        })
      },
    ],
    [
      'the member was deactivated',
      async ({ person }: SignedIn) => {
        const holder = await signInAnywhere(world, tenant.holder)
        await holder.api.users.deactivate({ params: { id: person.membershipId } })
      },
    ],
  ])('is over once %s (LNK-06)', async (_, happens) => {
    const caller = await signedIn()
    await ask(caller, newAddress())
    await happens(caller)
    const open = await world.asOwner((tx) =>
      tx.link.count({ where: { membershipId: caller.person.membershipId, purpose: 'email-change', voidedAt: null } }),
    )
    expect(open).toBe(0)
  })
})
