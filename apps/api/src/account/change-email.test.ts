import { describe, expect } from 'vitest'
import { days, hours, minutes, seconds } from '../platform/clock.fake.ts'
import { ask, confirm, confirmToken, emailsOf, type House, mails, newAddress } from '../testing/email-change.ts'
import { it } from '../testing/it.ts'
import { refusalOf } from '../testing/refusal.ts'
import { PASSWORD, type SignedIn } from '../testing/world.ts'

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

  it('is answered the same when the address has an account: only its own mailbox gets a mail (CHN-21)', async ({
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

  it('takes neither one’s own address nor one that is not plain (CHN-15)', async ({ world, as }) => {
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

  it('floods no mailbox: three mails an hour to one address from all sources, and the answer stays the same (CHN-13)', async ({
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

  it('gives way to a newer one, in any organisation', async ({ world, tenant, addExternalMember, inbox }) => {
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
  ] as const)('ends once %s (LNK-06)', async ([_, happens], { world, tenant, as }) => {
    const caller = await as('reader')
    await ask(caller, newAddress())
    await happens({ world, tenant }, caller)
    const open = await world.asOwner((tx) =>
      tx.link.count({ where: { membershipId: caller.person.membershipId, purpose: 'email-change', voidedAt: null } }),
    )
    expect(open).toBe(0)
  })
})
