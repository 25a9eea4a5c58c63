import { describe, expect } from 'vitest'
import { days } from '../platform/clock.fake.ts'
import { ask, confirm, confirmToken, emailsOf, type House, mails, newAddress } from '../testing/email-change.ts'
import { invite } from '../testing/invited.ts'
import { it } from '../testing/it.ts'
import { refusalOf } from '../testing/refusal.ts'

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
    const newEmail = newAddress()
    await ask(caller, newEmail)
    const token = await confirmToken(world, caller)
    expect(await confirm(world.stranger(), token)).toBe('session.missing')
    expect(await confirm(other, token)).toBe('link.other_account')
    expect(await emailsOf(world, other.person)).not.toContain(newEmail)
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
