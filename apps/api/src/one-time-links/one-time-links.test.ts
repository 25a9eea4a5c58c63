import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sourceBucketKey } from '../identity/throttle/bucket-key.ts'
import { days, hours, minutes } from '../platform/clock.fake.ts'
import type { Answer, Caller } from '../testing/caller.ts'
import { invite } from '../testing/invited.ts'
import { makeApiUser } from '../testing/machine.ts'
import { refusalOf } from '../testing/refusal.ts'
import { actionsOf, eventsOf, mailsTo, newestToken } from '../testing/stored-rows.ts'
import { createWorld, type Tenant, type World } from '../testing/world.ts'

let world: World
let tenant: Tenant
beforeAll(async () => {
  world = await createWorld()
  tenant = await world.addTenant('De Linde')
})
afterAll(() => world.close())

const NEW = 'acht groene tandems'
let sources = 0
const stranger = (): Caller => {
  sources += 1
  return world.visitor(`2001:db8:${sources.toString(16)}::1`)
}
const holder = () => world.signIn(tenant.holder, stranger())
const inspect = (token: string) => stranger().api.links.inspect({ body: { token } })
const again = (token: string, caller: Caller = stranger()): Promise<Answer> =>
  caller.send('POST', '/api/v1/links/request-again', { body: { token } })
const mailCount = () => world.asOwner((tx) => tx.message.count({ where: { template: { not: 'new-device' } } }))

async function resetLink() {
  const person = await world.addPerson(tenant, 'reader')
  await stranger().api.passwordReset.request({ body: { email: person.email } })
  return { person, token: await newestToken(world, person.membershipId) }
}

describe('looking at a link', () => {
  it('says what it is for, to whom, and until when', async () => {
    const guest = await invite(world, await holder(), tenant)
    const after = (amount: number) => new Date(world.clock.now().getTime() + amount).toISOString()
    expect(await inspect(guest.token)).toEqual({
      purpose: 'invitation',
      email: guest.email,
      name: guest.name,
      tenantName: 'De Linde',
      language: 'nl',
      expiresAt: after(days(7)),
      hasAccount: false,
      passwordMin: 8,
    })
    const { person, token } = await resetLink()
    expect(await inspect(token)).toEqual({
      purpose: 'password-reset',
      email: person.email,
      name: person.name,
      tenantName: null,
      language: 'nl',
      expiresAt: after(hours(1)),
      hasAccount: false,
      passwordMin: 8,
    })
    const machine = await makeApiUser(world, await holder())
    expect(await inspect(machine.token)).toMatchObject({
      purpose: 'api-credential',
      tenantName: 'De Linde',
      hasAccount: false,
      passwordMin: 8,
    })
  })

  it('uses nothing up, however often: by POST, GET or HEAD, as mail scanners do (CHN-16)', async () => {
    const guest = await invite(world, await holder(), tenant)
    const links = () => world.asOwner((tx) => tx.link.findMany({ orderBy: { id: 'asc' } }))
    const before = await links()
    for (let i = 0; i < 5; i++) {
      for (const method of ['GET', 'HEAD', 'POST']) {
        await stranger().send(method, `/invitation?${guest.token}`)
        await stranger().send(method, `/api/v1/links/inspect?token=${guest.token}`)
        await stranger().send(method, `/api/v1/invitations/accept?token=${guest.token}`)
      }
      await inspect(guest.token)
    }
    expect(await links()).toEqual(before)
    expect(await stranger().api.invitations.accept({ body: { token: guest.token, password: NEW } })).toEqual({
      step: 'enroll',
    })
  })

  it('is answered the same for one that was used, withdrawn, replaced, has expired or never was', async () => {
    const caller = await holder()
    const [used, withdrawn, replaced, expired] = [
      await invite(world, caller, tenant),
      await invite(world, caller, tenant),
      await invite(world, caller, tenant),
      await invite(world, caller, tenant),
    ]
    await stranger().api.invitations.accept({ body: { token: used.token, password: NEW } })
    await caller.api.users.withdrawInvitation({ params: { id: withdrawn.membershipId } })
    await caller.api.users.resendInvitation({ params: { id: replaced.membershipId } })
    await world.asOwner((tx) =>
      tx.link.updateMany({ where: { membershipId: expired.membershipId }, data: { expiresAt: world.clock.now() } }),
    )
    const tokens = [used.token, withdrawn.token, replaced.token, expired.token, 'x'.repeat(43)]
    const answers = await Promise.all(
      tokens.map((token) => stranger().send('POST', '/api/v1/links/inspect', { body: { token } })),
    )
    const bodies = answers.map(({ status, body }) => `${status} ${body.replace(/"requestId":"[^"]*"/, '')}`)
    expect(new Set(bodies).size).toBe(1)
    expect(answers[0]).toMatchObject({ status: 410, json: { code: 'link.gone' } })
  })

  it('takes a link of our form and nothing else', async () => {
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
        expect((await stranger().send('POST', `/api/v1/links/${path}`, { body: { token } })).status).toBe(400)
      }
    }
  })

  it('is bounded for one source', async () => {
    const { token } = await resetLink()
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
    expect((await inspect(token)).purpose).toBe('password-reset')
    const before = await mailCount()
    expect((await again(token, world.visitor('203.0.113.7'))).status).toBe(202)
    expect(await mailCount()).toBe(before)
  })
})

describe('asking for a new link', () => {
  it('sends one in the place of an invitation that has expired, to the address that was invited', async () => {
    const guest = await invite(world, await holder(), tenant)
    world.clock.advance(days(7))
    expect(await again(guest.token)).toMatchObject({ status: 202, body: '' })
    const mails = await mailsTo(world, guest.membershipId)
    expect(mails).toHaveLength(2)
    expect(mails[1]).toMatchObject({
      template: 'invitation',
      data: { tenantName: 'De Linde', invitedBy: tenant.holder.name },
    })
    const token = await newestToken(world, guest.membershipId)
    expect(await inspect(token)).toMatchObject({ purpose: 'invitation', email: guest.email })
    expect((await eventsOf(world, tenant.tenantId)).at(-1)).toMatchObject({
      action: 'user.invitation-resent',
      objectId: guest.membershipId,
      actorId: null,
    })
    expect(await refusalOf(inspect(guest.token))).toBe('link.gone')
    expect(await stranger().api.invitations.accept({ body: { token, password: NEW } })).toEqual({ step: 'enroll' })
  })

  it('sends one in the place of an expired link for a new password', async () => {
    const { person, token } = await resetLink()
    world.clock.advance(hours(1))
    await again(token)
    const newer = await newestToken(world, person.membershipId)
    expect(newer).not.toBe(token)
    expect(await stranger().api.passwordReset.complete({ body: { token: newer, password: NEW } })).toEqual({
      step: 'enroll',
    })
    expect(await actionsOf(world, tenant.tenantId)).toContain('password.reset-asked success')
  })

  it('sends one in the place of an expired link to a credential, to its contact', async () => {
    const machine = await makeApiUser(world, await holder())
    world.clock.advance(hours(72))
    await again(machine.token)
    const mails = await mailsTo(world, machine.id)
    expect(mails).toHaveLength(2)
    expect(mails[1]).toMatchObject({
      template: 'api-credential',
      data: { apiUserName: 'Dashboard', tenantName: 'De Linde', responsible: 'Els de Boer' },
    })
    expect(await inspect(await newestToken(world, machine.id))).toMatchObject({ purpose: 'api-credential' })
  })

  it('sends one in the place of an operator’s, to the operator', async () => {
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
    await again(token)
    const { id } = await world.asOwner((tx) =>
      tx.membership.findFirstOrThrow({ where: { email: 'beheer@example.nl' } }),
    )
    expect(await mailsTo(world, id)).toMatchObject([{ template: 'operator-invitation' }])
    expect(await inspect(await newestToken(world, id))).toMatchObject({ purpose: 'operator' })
  })

  it('is answered the same whatever comes of it, and sends nothing for a link that is open, used, void or none', async () => {
    const caller = await holder()
    const [open, used, replaced] = [
      await invite(world, caller, tenant),
      await invite(world, caller, tenant),
      await invite(world, caller, tenant),
    ]
    await stranger().api.invitations.accept({ body: { token: used.token, password: NEW } })
    await caller.api.users.resendInvitation({ params: { id: replaced.membershipId } })
    const before = await mailCount()
    const answers = [await again(open.token), await again('x'.repeat(43))]
    world.clock.advance(days(8))
    answers.push(await again(used.token), await again(replaced.token))
    expect(await mailCount()).toBe(before)
    const expired = await invite(world, await holder(), tenant)
    world.clock.advance(days(8))
    answers.push(await again(expired.token))
    expect(await mailCount()).toBe(before + 2)
    const seen = answers.map(({ status, body, headers }) =>
      JSON.stringify([status, body, headers['content-type'], headers['content-length']]),
    )
    expect(new Set(seen).size).toBe(1)
  })

  it('sends one, of twenty who ask at once', async () => {
    const guest = await invite(world, await holder(), tenant)
    world.clock.advance(days(7))
    const answers = await Promise.all(Array.from({ length: 20 }, () => again(guest.token)))
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([202]))
    expect(await mailsTo(world, guest.membershipId)).toHaveLength(2)
  })

  it('sends nothing once the inviter or the package is gone', async () => {
    const wilg = await world.addTenant('De Wilg')
    const colleague = await world.addPerson(wilg, 'administrator')
    const guest = await invite(world, await world.signIn(colleague, stranger()), wilg)
    world.clock.advance(days(7))
    const before = await mailCount()
    const set = async (status: string, packageStatus: string) =>
      world.asOwner(async (tx) => {
        await tx.membership.updateMany({ where: { id: colleague.membershipId }, data: { status } })
        await tx.package.updateMany({ where: { tenantId: wilg.tenantId }, data: { status: packageStatus } })
      })
    await set('deactivated', 'active')
    await again(guest.token)
    await set('active', 'ended')
    await again(guest.token)
    expect(await mailCount()).toBe(before)
    await set('active', 'active')
    await again(guest.token)
    expect(await mailCount()).toBe(before + 1)
  })

  it('with one that was replaced uses nothing up of what may be asked', async () => {
    const { person, token: former } = await resetLink()
    await stranger().api.passwordReset.request({ body: { email: person.email } })
    const token = await newestToken(world, person.membershipId)
    await world.asOwner((tx) =>
      tx.link.updateMany({ where: { membershipId: person.membershipId }, data: { expiresAt: world.clock.now() } }),
    )
    for (let i = 0; i < 5; i++) await again(former)
    await again(token)
    expect(await mailsTo(world, person.membershipId)).toHaveLength(3)
  })

  it('shares its limits with the ordinary ways of asking (LNK-12, CHN-13)', async () => {
    const caller = await holder()
    const guest = await invite(world, caller, tenant)
    const expire = (membershipId: string) =>
      world.asOwner((tx) =>
        tx.link.updateMany({ where: { membershipId, voidedAt: null }, data: { expiresAt: world.clock.now() } }),
      )
    for (let i = 0; i < 3; i++) await caller.api.users.resendInvitation({ params: { id: guest.membershipId } })
    await expire(guest.membershipId)
    await again(await newestToken(world, guest.membershipId))
    expect(await mailsTo(world, guest.membershipId)).toHaveLength(4)
    const { person } = await resetLink()
    for (let i = 0; i < 2; i++) await stranger().api.passwordReset.request({ body: { email: person.email } })
    await expire(person.membershipId)
    await again(await newestToken(world, person.membershipId))
    expect(await mailsTo(world, person.membershipId)).toHaveLength(3)
    world.clock.advance(minutes(60))
    await again(await newestToken(world, person.membershipId))
    expect(await mailsTo(world, person.membershipId)).toHaveLength(4)
  })
})
