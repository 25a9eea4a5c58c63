import { describe, expect } from 'vitest'
import { sourceBucketKey } from '../identity/throttle/bucket-key.ts'
import { days, hours, minutes } from '../platform/clock.fake.ts'
import type { Answer, Caller } from '../testing/caller.ts'
import { invite } from '../testing/invited.ts'
import { type Given, it } from '../testing/it.ts'
import { makeApiUser } from '../testing/machine.ts'
import { refusalOf } from '../testing/refusal.ts'
import { newestToken } from '../testing/stored-rows.ts'
import type { World } from '../testing/world.ts'

describe('looking at a link', () => {
  it('says what it is for, to whom, and until when', async ({ world, clock, tenant, holder, invite }) => {
    const guest = await invite()
    const after = (amount: number) => clock.later(amount).toISOString()
    expect(await inspect(world, guest.token)).toEqual({
      purpose: 'invitation',
      email: guest.email,
      name: guest.name,
      tenantName: 'De Linde',
      language: 'nl',
      expiresAt: after(days(7)),
      hasAccount: false,
      passwordMin: 8,
    })
    const { person, token } = await resetLink({ world, tenant })
    expect(await inspect(world, token)).toEqual({
      purpose: 'password-reset',
      email: person.email,
      name: person.name,
      tenantName: null,
      language: 'nl',
      expiresAt: after(hours(1)),
      hasAccount: false,
      passwordMin: 8,
    })
    const machine = await makeApiUser(world, holder)
    expect(await inspect(world, machine.token)).toMatchObject({
      purpose: 'api-credential',
      tenantName: 'De Linde',
      hasAccount: false,
      passwordMin: 8,
    })
  })

  it('uses nothing up, however often: by POST, GET or HEAD, as mail scanners do (CHN-16)', async ({
    world,
    invite,
  }) => {
    const guest = await invite()
    const links = () => world.asOwner((tx) => tx.link.findMany({ orderBy: { id: 'asc' } }))
    const before = await links()
    for (let i = 0; i < 5; i++) {
      for (const method of ['GET', 'HEAD', 'POST']) {
        await world.stranger().send(method, `/invitation?${guest.token}`)
        await world.stranger().send(method, `/api/v1/links/inspect?token=${guest.token}`)
        await world.stranger().send(method, `/api/v1/invitations/accept?token=${guest.token}`)
      }
      await inspect(world, guest.token)
    }
    expect(await links()).toEqual(before)
    expect(await world.stranger().api.invitations.accept({ body: { token: guest.token, password: NEW } })).toEqual({
      step: 'enroll',
    })
  })

  it('is answered the same for one that was used, withdrawn, replaced, has expired or never was', async ({
    world,
    clock,
    holder,
    invite,
  }) => {
    const [used, withdrawn, replaced, expired] = [await invite(), await invite(), await invite(), await invite()]
    await world.stranger().api.invitations.accept({ body: { token: used.token, password: NEW } })
    await holder.api.users.withdrawInvitation({ params: { id: withdrawn.membershipId } })
    await holder.api.users.resendInvitation({ params: { id: replaced.membershipId } })
    await world.asOwner((tx) =>
      tx.link.updateMany({ where: { membershipId: expired.membershipId }, data: { expiresAt: clock.now() } }),
    )
    const tokens = [used.token, withdrawn.token, replaced.token, expired.token, 'x'.repeat(43)]
    const answers = await Promise.all(
      tokens.map((token) => world.stranger().send('POST', '/api/v1/links/inspect', { body: { token } })),
    )
    const bodies = answers.map(({ status, body }) => `${status} ${body.replace(/"requestId":"[^"]*"/, '')}`)
    expect(new Set(bodies).size).toBe(1)
    expect(answers[0]).toMatchObject({ status: 410, json: { code: 'link.gone' } })
  })

  it('takes a link of our form and nothing else', async ({ world }) => {
    for (const token of [
      '',
      'x'.repeat(42),
      'x'.repeat(44),
      `${'x'.repeat(42)}!`,
      1,
      null,
      ['x'.repeat(43)],
      { equals: 'x' },
    ]) {
      for (const path of ['inspect', 'request-again']) {
        expect((await world.stranger().send('POST', `/api/v1/links/${path}`, { body: { token } })).status).toBe(400)
      }
    }
  })

  it('is bounded for one source', async ({ world, tenant }) => {
    const { token } = await resetLink({ world, tenant })
    const { api } = world.visitor('203.0.113.7')
    await api.links.inspect({ body: { token } })
    await world.asOwner((tx) =>
      tx.throttleCounter.updateMany({
        where: {
          key: {
            startsWith: `linkBySource|${sourceBucketKey({ platform: world.platform, request: { ip: '203.0.113.7' } })}|`,
          },
        },
        data: { count: 120 },
      }),
    )
    expect(await refusalOf(api.links.inspect({ body: { token } }))).toBe('request.too_many')
    expect((await inspect(world, token)).purpose).toBe('password-reset')
    const before = await mailCount(world)
    expect((await again(world, token, world.visitor('203.0.113.7'))).status).toBe(202)
    expect(await mailCount(world)).toBe(before)
  })
})

describe('asking for a new link', () => {
  it('sends one in the place of an invitation that has expired, to the address that was invited', async ({
    world,
    clock,
    tenant,
    invite,
    inbox,
    audit,
  }) => {
    const guest = await invite()
    clock.advance(days(7))
    expect(await again(world, guest.token)).toMatchObject({ status: 202, body: '' })
    const mails = await inbox.all(guest.membershipId)
    expect(mails).toHaveLength(2)
    expect(mails[1]).toMatchObject({
      template: 'invitation',
      data: { tenantName: 'De Linde', invitedBy: tenant.holder.name },
    })
    const token = await inbox.token(guest.membershipId)
    expect(await inspect(world, token)).toMatchObject({ purpose: 'invitation', email: guest.email })
    expect(await audit.last()).toMatchObject({
      action: 'user.invitation-resent',
      objectId: guest.membershipId,
      actorId: null,
    })
    expect(await refusalOf(inspect(world, guest.token))).toBe('link.gone')
    expect(await world.stranger().api.invitations.accept({ body: { token, password: NEW } })).toEqual({
      step: 'enroll',
    })
  })

  it('sends one in the place of an expired link for a new password', async ({ world, clock, tenant, inbox, audit }) => {
    const { person, token } = await resetLink({ world, tenant })
    clock.advance(hours(1))
    await again(world, token)
    const newer = await inbox.token(person.membershipId)
    expect(newer).not.toBe(token)
    expect(await world.stranger().api.passwordReset.complete({ body: { token: newer, password: NEW } })).toEqual({
      step: 'enroll',
    })
    expect(await audit.actions()).toContain('password.reset-asked success')
  })

  it('sends one in the place of an expired link to a credential, to its contact', async ({
    world,
    clock,
    holder,
    inbox,
  }) => {
    const machine = await makeApiUser(world, holder)
    clock.advance(hours(72))
    await again(world, machine.token)
    const mails = await inbox.all(machine.id)
    expect(mails).toHaveLength(2)
    expect(mails[1]).toMatchObject({
      template: 'api-credential',
      data: { apiUserName: 'Dashboard', tenantName: 'De Linde', responsible: 'Els de Boer' },
    })
    expect(await inspect(world, await inbox.token(machine.id))).toMatchObject({ purpose: 'api-credential' })
  })

  it('sends one in the place of an operator’s, to the operator', async ({ world, inbox }) => {
    const { makeOperator } = await import('../commands/make-operator.ts')
    const { random, clock } = world.platform
    const made = {
      ownerUrl: world.ownerUrl,
      publicUrl: world.origin,
      name: 'Beheer',
      email: 'beheer@example.nl',
      now: clock.now(),
      random,
    }
    const token = new URL(await makeOperator(made)).hash.slice(1)
    world.clock.advance(hours(72))
    await again(world, token)
    const { id } = await world.asOwner((tx) =>
      tx.membership.findFirstOrThrow({ where: { email: 'beheer@example.nl' } }),
    )
    expect(await inbox.all(id)).toMatchObject([{ template: 'operator-invitation' }])
    expect(await inspect(world, await inbox.token(id))).toMatchObject({ purpose: 'operator' })
  })

  it('is answered the same whatever comes of it, and sends nothing for a link that is open, used, void or none', async ({
    world,
    clock,
    tenant,
    holder,
  }) => {
    const send = (by = holder) => invite(world, by, tenant)
    const [open, used, replaced] = [await send(), await send(), await send()]
    await world.stranger().api.invitations.accept({ body: { token: used.token, password: NEW } })
    await holder.api.users.resendInvitation({ params: { id: replaced.membershipId } })
    const before = await mailCount(world)
    const answers = [await again(world, open.token), await again(world, 'x'.repeat(43))]
    clock.advance(days(8))
    answers.push(await again(world, used.token), await again(world, replaced.token))
    expect(await mailCount(world)).toBe(before)
    const expired = await send(await world.signIn(tenant.holder))
    clock.advance(days(8))
    answers.push(await again(world, expired.token))
    expect(await mailCount(world)).toBe(before + 2)
    const seen = answers.map(({ status, body, headers }) =>
      JSON.stringify([status, body, headers['content-type'], headers['content-length']]),
    )
    expect(new Set(seen).size).toBe(1)
  })

  it('sends one, of twenty who ask at once', async ({ world, clock, invite, inbox }) => {
    const guest = await invite()
    clock.advance(days(7))
    const answers = await Promise.all(Array.from({ length: 20 }, () => again(world, guest.token)))
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([202]))
    expect(await inbox.all(guest.membershipId)).toHaveLength(2)
  })

  it('sends nothing once the inviter or the package is gone', async ({ world, clock }) => {
    const wilg = await world.addTenant('De Wilg')
    const colleague = await world.addPerson(wilg, 'administrator')
    const guest = await invite(world, await world.signIn(colleague), wilg)
    clock.advance(days(7))
    const before = await mailCount(world)
    const set = async (status: string, packageStatus: string) =>
      world.asOwner(async (tx) => {
        await tx.membership.updateMany({ where: { id: colleague.membershipId }, data: { status } })
        await tx.package.updateMany({ where: { tenantId: wilg.tenantId }, data: { status: packageStatus } })
      })
    await set('deactivated', 'active')
    await again(world, guest.token)
    await set('active', 'ended')
    await again(world, guest.token)
    expect(await mailCount(world)).toBe(before)
    await set('active', 'active')
    await again(world, guest.token)
    expect(await mailCount(world)).toBe(before + 1)
  })

  it('with one that was replaced uses nothing up of what may be asked', async ({ world, clock, tenant, inbox }) => {
    const { person, token: former } = await resetLink({ world, tenant })
    await world.stranger().api.passwordReset.request({ body: { email: person.email } })
    const token = await inbox.token(person.membershipId)
    await world.asOwner((tx) =>
      tx.link.updateMany({ where: { membershipId: person.membershipId }, data: { expiresAt: clock.now() } }),
    )
    for (let i = 0; i < 5; i++) await again(world, former)
    await again(world, token)
    expect(await inbox.all(person.membershipId)).toHaveLength(3)
  })

  it('shares its limits with the ordinary ways of asking (LNK-12, CHN-13)', async ({
    world,
    clock,
    tenant,
    holder,
    invite,
    inbox,
  }) => {
    const guest = await invite()
    const expire = (membershipId: string) =>
      world.asOwner((tx) =>
        tx.link.updateMany({ where: { membershipId, voidedAt: null }, data: { expiresAt: clock.now() } }),
      )
    for (let i = 0; i < 3; i++) await holder.api.users.resendInvitation({ params: { id: guest.membershipId } })
    await expire(guest.membershipId)
    await again(world, await inbox.token(guest.membershipId))
    expect(await inbox.all(guest.membershipId)).toHaveLength(4)
    const { person } = await resetLink({ world, tenant })
    for (let i = 0; i < 2; i++) await world.stranger().api.passwordReset.request({ body: { email: person.email } })
    await expire(person.membershipId)
    await again(world, await inbox.token(person.membershipId))
    expect(await inbox.all(person.membershipId)).toHaveLength(3)
    clock.advance(minutes(60))
    await again(world, await inbox.token(person.membershipId))
    expect(await inbox.all(person.membershipId)).toHaveLength(4)
  })
})

const NEW = 'acht groene tandems'
const inspect = (world: World, token: string) => world.stranger().api.links.inspect({ body: { token } })

const again = (world: World, token: string, caller: Caller = world.stranger()): Promise<Answer> =>
  caller.send('POST', '/api/v1/links/request-again', { body: { token } })

const mailCount = (world: World) =>
  world.asOwner((tx) => tx.message.count({ where: { template: { not: 'new-device' } } }))

async function resetLink({ world, tenant }: Given<'world' | 'tenant'>) {
  const person = await world.addPerson(tenant, 'reader')
  await world.stranger().api.passwordReset.request({ body: { email: person.email } })
  return { person, token: await newestToken(world, person.membershipId) }
}
