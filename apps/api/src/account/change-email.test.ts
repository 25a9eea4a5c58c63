import { describe, expect } from 'vitest'
import { days, hours, minutes, seconds } from '../platform/clock.fake.ts'
import type { Caller } from '../testing/caller.ts'
import { invite } from '../testing/invited.ts'
import type { Given } from '../testing/it.ts'
import { it } from '../testing/it.ts'
import { refusalOf } from '../testing/refusal.ts'
import { mailsTo, newestToken } from '../testing/stored-rows.ts'
import { PASSWORD, type Person, type SignedIn, type World } from '../testing/world.ts'

describe('asking for another address', () => {
  it('mails a link to the new one and another to the old, tells the log, and changes nothing yet', async ({
    world,
    clock,
    as,
    audit,
  }) => {
    const caller = await as('reader')
    const { email, membershipId } = caller.person
    const newEmail = newAddress()
    await ask(caller, newEmail.toUpperCase())
    const [toNew] = await mails(world, caller.person, 'email-change-confirm')
    const [toOld] = await mails(world, caller.person, 'email-change-asked')
    expect(toNew).toEqual({
      to: newEmail,
      link: expect.stringContaining('/confirm-email#'),
      expiresAt: world.clock.later(days(1)).toISOString(),
    })
    expect(toOld).toMatchObject({ to: email, newEmail, link: expect.stringContaining('/stop-email-change#') })
    expect(toOld).toMatchObject({ at: clock.now().toISOString(), expiresAt: world.clock.later(days(7)).toISOString() })
    expect(await audit.last()).toMatchObject({
      action: 'email.change-asked',
      actorId: membershipId,
      before: { email },
      after: { email: newEmail },
    })
    expect(new Set(await emailsOf(world, caller.person))).toEqual(new Set([email]))
    expect(await caller.api.account.read()).toMatchObject({
      email,
      newEmail: { email: newEmail, expiresAt: world.clock.later(days(1)).toISOString() },
      passwordMin: 8,
    })
  })

  it('is answered the same when the address has an account: only its own mailbox is told (CHN-21)', async ({
    world,
    clock,
    as,
    addPerson,
  }) => {
    const [caller, holder] = [await as('reader'), await addPerson('reader')]
    const free = newAddress()
    const send = (email: string) => caller.send('POST', '/api/v1/account/email', { body: { email } })
    const seen: unknown[] = []
    for (const email of [free, holder.email]) {
      const { status, body } = await send(email)
      const { newEmail } = await caller.api.account.read()
      seen.push([status, body, newEmail?.expiresAt, (await mails(world, caller.person, 'email-change-asked')).length])
      expect(newEmail?.email).toBe(email)
    }
    expect(seen).toEqual([
      [202, '', world.clock.later(days(1)).toISOString(), 1],
      [202, '', world.clock.later(days(1)).toISOString(), 2],
    ])
    expect(await mails(world, holder, 'email-change-taken')).toEqual([{ at: clock.now().toISOString() }])
    expect(await mails(world, caller.person, 'email-change-confirm')).toMatchObject([{ to: free }])
    expect(await emailsOf(world, holder)).toEqual([holder.email, holder.email, holder.email])
  })

  it('takes no address that is one’s own, and none that is no plain address (CHN-15)', async ({ world, as }) => {
    const caller = await as('reader')
    expect(await refusalOf(ask(caller, caller.person.email.toUpperCase()))).toBe('email.same')
    const strange = ['"a@evil.example x"@target.nl', 'a(comment)@target.nl', 'a@[192.0.2.1]', 'a@b@target.nl', 'a@nl']
    for (const email of strange) expect(await refusalOf(ask(caller, email))).toBe('request.invalid')
    expect(await mails(world, caller.person, 'email-change-asked')).toEqual([])
  })

  it('needs a fresh second step, and one stronger than the e-mail code (SES-12, ENR-24)', async ({
    world,
    clock,
    as,
  }) => {
    const caller = await as('reader')
    clock.advance(minutes(10) + seconds(1))
    expect(await refusalOf(ask(caller, newAddress()))).toBe('session.not_fresh')
    await world.stepUp(caller)
    await world.asOwner((tx) =>
      tx.session.updateMany({ where: { userId: caller.person.userId }, data: { secondFactor: 'email' } }),
    )
    expect(await refusalOf(ask(caller, newAddress()))).toBe('session.weak')
  })

  it('is not done for seven days after the authenticator was unlinked (REC-19)', async ({ world, clock, as }) => {
    const caller = await as('reader')
    const setUnlinked = (unlinkedAt: Date) =>
      world.asOwner((tx) => tx.login.updateMany({ where: { userId: caller.person.userId }, data: { unlinkedAt } }))
    await setUnlinked(clock.ago(days(7) - seconds(1)))
    expect(await refusalOf(ask(caller, newAddress()))).toBe('email.unlinked_recently')
    expect(await mails(world, caller.person, 'email-change-asked')).toEqual([])
    clock.advance(seconds(1))
    await ask(caller, newAddress())
    await setUnlinked(clock.now())
    expect(await confirm(caller, await confirmToken(world, caller))).toBe('email.unlinked_recently')
  })

  it('is done five times a day', async ({ as }) => {
    const caller = await as('reader')
    for (let i = 0; i < 5; i++) await ask(caller, newAddress())
    expect(await refusalOf(ask(caller, newAddress()))).toBe('request.too_many')
  })

  it('fills nobody’s mailbox: three mails an hour to one address, whoever asks, and the answer stays the same (CHN-13)', async ({
    world,
    tenant,
    as,
  }) => {
    const newEmail = newAddress()
    const callers = [await as('reader'), await as('reader'), await as('reader'), await as('reader')]
    for (const caller of callers) await world.stepUp(caller)
    for (const caller of callers) await ask(caller, newEmail)
    const sent = await Promise.all(callers.map(({ person }) => mails(world, person, 'email-change-confirm')))
    expect(sent.map(({ length }) => length)).toEqual([1, 1, 1, 0])
    expect(await mails(world, callers[3]?.person ?? tenant.holder, 'email-change-asked')).toHaveLength(1)
  })
})

describe('confirming it', () => {
  it('moves the account there in every organisation, and tells both addresses and the log (LNK-06)', async ({
    world,
    clock,
    addExternalMember,
    inbox,
    audit,
  }) => {
    const { caller, home, membershipId } = await addExternalMember()
    const { person } = caller
    const newEmail = newAddress()
    await ask(caller, newEmail)
    const half = (await world.withPassword(person)).caller
    await world.stranger().api.passwordReset.request({ body: { email: person.email } })
    const resetToken = await inbox.token(person.membershipId, '/reset-password')
    expect(resetToken).not.toBe('none')
    expect(await confirm(caller, await confirmToken(world, caller))).toBe('not refused')
    expect(await emailsOf(world, person)).toEqual([newEmail, newEmail, newEmail, newEmail])
    expect(await world.asOwner((tx) => tx.membership.count({ where: { id: membershipId, email: newEmail } }))).toBe(1)
    const at = clock.now().toISOString()
    expect(await mails(world, person, 'email-changed')).toEqual([
      {
        to: person.email,
        newEmail,
        at,
        link: expect.stringContaining('/stop-email-change#'),
        expiresAt: world.clock.later(days(7)).toISOString(),
      },
    ])
    expect(await mails(world, person, 'email-change-done')).toEqual([{ to: newEmail, at }])
    expect((await audit.events(home.tenantId)).at(-1)).toMatchObject({
      action: 'email.changed',
      actorId: person.membershipId,
      before: { email: person.email },
      after: { email: newEmail },
    })
    expect((await caller.api.account.read()).newEmail).toBeNull()
    const body = { token: resetToken, password: 'acht groene tandems' }
    expect(await refusalOf(world.stranger().api.passwordReset.complete({ body }))).toBe('link.gone')
    // Void, and not only of another address: it does not come back with the old one.
    const open = { purpose: 'password-reset', usedAt: null, voidedAt: null, membership: { userId: person.userId } }
    expect(await world.asOwner((tx) => tx.link.count({ where: open }))).toBe(0)
    expect((await half.api.signIn.state()).email).toBe(newEmail)
  })

  it('makes the new address the one to sign in with, on a device that stays known, and frees the old', async ({
    world,
    as,
  }) => {
    const caller = await as('reader')
    const { person } = caller
    const newEmail = newAddress()
    await ask(caller, newEmail)
    await confirm(caller, await confirmToken(world, caller))
    expect(await refusalOf(world.withPassword(person))).toBe('sign_in.refused')
    await world.signIn({ ...person, email: newEmail }, caller)
    expect(await mails(world, person, 'new-device')).toEqual([])
    const other = await as('reader')
    await ask(other, person.email)
    expect(await confirm(other, await confirmToken(world, other))).toBe('not refused')
  })

  it('voids codes that went to the old mailbox, and no others', async ({ world, clock, as }) => {
    const caller = await as('reader')
    const { userId, tenantId } = caller.person
    const { random } = world.platform
    const moments = { createdAt: clock.now(), expiresAt: clock.now() }
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
    await confirm(caller, await confirmToken(world, caller))
    const left = await world.asOwner((tx) => tx.oneTimeCode.findMany({ where: { userId } }))
    expect(left.map(({ method }) => method)).toEqual(['sms'])
  })

  it('needs the session of the very account (CHN-21)', async ({ world, as }) => {
    const [caller, other] = [await as('reader'), await as('reader')]
    await ask(caller, newAddress())
    const token = await confirmToken(world, caller)
    expect(await confirm(world.stranger(), token)).toBe('session.missing')
    expect(await confirm(other, token)).toBe('link.other_account')
    expect(await emailsOf(world, other.person)).not.toContain(`nieuw${emails}@example.nl`)
    expect(await confirm(caller, token)).toBe('not refused')
  })

  it('is done once, of twenty at once over two processes', async ({ world, as }) => {
    const caller = await as('reader')
    await ask(caller, newAddress())
    const token = await confirmToken(world, caller)
    const second = await world.secondApp()
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) => {
        const tab = (index % 2 ? second : world).stranger()
        for (const [name, value] of caller.cookies) tab.cookies.set(name, value)
        return confirm(tab, token)
      }),
    )
    await second.close()
    expect(answers.filter((answer) => answer === 'not refused')).toHaveLength(1)
    expect(answers.filter((answer) => answer === 'link.gone')).toHaveLength(19)
    expect(await mails(world, caller.person, 'email-changed')).toHaveLength(1)
  })

  it.for<[string, (house: House, email: string) => Promise<void>]>([
    [
      'is an account by now',
      async ({ world, tenant }, email) => void (await world.addPerson(tenant, 'reader', { email })),
    ],
    [
      'was invited to the organisation',
      async ({ world, tenant }, email) => {
        await invite(world, await world.signIn(tenant.holder), tenant, { email })
      },
    ],
  ])('is refused when the address %s, and merges nothing (CHN-21)', async ([_, happens], { world, tenant, as }) => {
    const caller = await as('reader')
    const newEmail = newAddress()
    await ask(caller, newEmail)
    await happens({ world, tenant }, newEmail)
    expect(await confirm(caller, await confirmToken(world, caller))).toBe('user.exists')
    expect(new Set(await emailsOf(world, caller.person))).toEqual(new Set([caller.person.email]))
    expect(await mails(world, caller.person, 'email-changed')).toEqual([])
  })

  it('takes no link of another purpose, and its own opens nothing else (REC-17)', async ({ world, as, inbox }) => {
    const caller = await as('reader')
    await ask(caller, newAddress())
    const token = await confirmToken(world, caller)
    const stop = await inbox.token(caller.person.membershipId, '/stop-email-change')
    expect(await confirm(caller, stop)).toBe('link.gone')
    const body = { token, password: 'acht groene tandems' }
    expect(await refusalOf(world.stranger().api.passwordReset.complete({ body }))).toBe('link.gone')
    for (const call of [world.stranger().api.reports.notMe, world.stranger().api.reports.stopEmailChange]) {
      expect(await refusalOf(call({ body: { token } }))).toBe('link.gone')
    }
    expect(await confirm(caller, token)).toBe('not refused')
  })
})

describe('a change that waits', () => {
  it('is taken back from the account, once', async ({ world, as, audit }) => {
    const caller = await as('reader')
    expect(await refusalOf(caller.api.account.cancelEmailChange())).toBe('request.not_found')
    await ask(caller, newAddress())
    await caller.api.account.cancelEmailChange()
    expect(await audit.last()).toMatchObject({
      action: 'email.change-stopped',
      actorId: caller.person.membershipId,
    })
    expect((await caller.api.account.read()).newEmail).toBeNull()
    expect(await confirm(caller, await confirmToken(world, caller))).toBe('link.gone')
    expect(await refusalOf(caller.api.account.cancelEmailChange())).toBe('request.not_found')
  })

  it('gives way to a newer one, in whichever organisation that is asked', async ({
    world,
    tenant,
    addExternalMember,
    inbox,
  }) => {
    const { caller, membershipId } = await addExternalMember()
    await ask(caller, newAddress())
    const first = await confirmToken(world, caller)
    await caller.api.session.switchTenant({ body: { tenantId: tenant.tenantId } })
    const newEmail = newAddress()
    await ask(caller, newEmail)
    expect(await confirm(caller, first)).toBe('link.gone')
    expect((await caller.api.account.read()).newEmail?.email).toBe(newEmail)
    expect(await confirm(caller, await inbox.token(membershipId, '/confirm-email'))).toBe('not refused')
  })

  it('can be confirmed for a day (LNK-05)', async ({ world, clock, as }) => {
    const [first, second] = [await as('reader'), await as('reader')]
    for (const caller of [first, second]) await ask(caller, newAddress())
    clock.advance(hours(24) - minutes(2))
    const [one, two] = [await world.signIn(first.person, first), await world.signIn(second.person, second)]
    expect(await confirm(one, await confirmToken(world, one))).toBe('not refused')
    clock.advance(minutes(2))
    expect((await two.api.account.read()).newEmail).toBeNull()
    expect(await confirm(two, await confirmToken(world, two))).toBe('link.gone')
    expect(await refusalOf(two.api.account.cancelEmailChange())).toBe('request.not_found')
  })

  it.for([
    [
      'the password was changed from another session',
      async ({ world }: House, { person }: SignedIn) => {
        const other = await world.signIn(person)
        await other.api.account.changePassword({
          body: { currentPassword: PASSWORD, newPassword: 'acht groene tandems' },
        })
      },
    ],
    [
      'the authenticator was unlinked',
      async ({ world, tenant }: House, { person }: SignedIn) => {
        const holder = await world.signIn(tenant.holder)
        await holder.api.users.unlinkAuthenticator({
          params: { id: person.membershipId },
          body: { reason: 'new-phone' },
        })
      },
    ],
    [
      'the member was deactivated',
      async ({ world, tenant }: House, { person }: SignedIn) => {
        const holder = await world.signIn(tenant.holder)
        await holder.api.users.deactivate({ params: { id: person.membershipId } })
      },
    ],
  ] as const)('is over once %s (LNK-06)', async ([_, happens], { world, tenant, as }) => {
    const caller = await as('reader')
    await ask(caller, newAddress())
    await happens({ world, tenant }, caller)
    const open = await world.asOwner((tx) =>
      tx.link.count({ where: { membershipId: caller.person.membershipId, purpose: 'email-change', voidedAt: null } }),
    )
    expect(open).toBe(0)
  })
})

type House = Given<'world' | 'tenant'>

let emails = 0

const newAddress = () => {
  emails += 1
  return `nieuw${emails}@example.nl`
}

const ask = ({ api }: SignedIn, email: string) => api.account.changeEmail({ body: { email } })
const confirm = ({ api }: Caller, token: string) => refusalOf(api.account.confirmEmail({ body: { token } }))
const confirmToken = (world: World, { person }: SignedIn) => newestToken(world, person.membershipId, '/confirm-email')

const mails = async (world: World, { membershipId }: Pick<Person, 'membershipId'>, wanted: string) =>
  (await mailsTo(world, membershipId)).filter(({ template }) => template === wanted).map(({ data }) => data)

/** Where the address of a person is kept. */
const emailsOf = (world: World, { userId }: Person) =>
  world.asOwner(async (tx) => [
    (await tx.login.findFirstOrThrow({ where: { userId } })).email,
    (await tx.user.findFirstOrThrow({ where: { id: userId } })).email,
    ...(await tx.membership.findMany({ where: { userId } })).map(({ email }) => email),
  ])
