import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hours } from '../platform/clock.fake.ts'
import { addRole } from '../testing/add-role.ts'
import { refusalOf } from '../testing/refusal.ts'
import { actionsOf, eventsOf, mailsTo, newestToken } from '../testing/stored-rows.ts'
import { createWorld, type SignedIn, type Tenant, type World } from '../testing/world.ts'

let world: World
let tenant: Tenant
let holder: SignedIn
beforeAll(async () => {
  world = await createWorld()
  tenant = await world.addTenant('De Linde', { seats: 400 })
  holder = await world.signIn(tenant.holder)
})
afterAll(() => world.close())

let guests = 0
function guest(roleId = tenant.roleIds.reader) {
  guests += 1
  return { name: `Genodigde ${guests}`, email: `genodigde${guests}@example.nl`, roleId, language: 'nl' } as const
}

const membersOf = ({ tenantId }: Tenant) => world.asOwner((tx) => tx.membership.findMany({ where: { tenantId } }))
const inspect = (token: string) => world.visitor().api.links.inspect({ body: { token } })
const accept = (token: string) =>
  world.visitor().api.invitations.accept({ body: { token, password: 'een lang en eigen wachtwoord' } })
const lastEvent = async () => (await eventsOf(world, tenant.tenantId)).at(-1)

describe('inviting', () => {
  it('mails a link that works for seven days, and writes who did it', async () => {
    const body = guest(tenant.roleIds.editor)
    const user = await holder.api.users.invite({ body })
    expect(user).toMatchObject({
      name: body.name,
      email: body.email,
      status: 'invited',
      kind: 'person',
      role: { builtIn: 'editor' },
    })
    const [mail, ...more] = await mailsTo(world, user.id)
    expect(more).toEqual([])
    expect(mail).toMatchObject({
      template: 'invitation',
      data: { tenantName: 'De Linde', invitedBy: tenant.holder.name, expiresAt: user.invitationExpiresAt },
    })
    expect(await lastEvent()).toMatchObject({
      action: 'user.invited',
      outcome: 'success',
      actorId: tenant.holder.membershipId,
      objectId: user.id,
      objectName: body.name,
      after: { email: body.email, role: 'Redacteur' },
    })
    const token = await newestToken(world, user.id)
    expect(await inspect(token)).toMatchObject({ purpose: 'invitation', email: body.email, hasAccount: false })
    expect(await accept(token)).toEqual({ step: 'enroll' })
  })

  it('writes neither link nor token anywhere in the clear', async () => {
    const { id } = await holder.api.users.invite({ body: guest() })
    const token = await newestToken(world, id)
    const [links, messages, events] = await world.asOwner(async (tx) => [
      await tx.link.findMany({ where: { membershipId: id } }),
      await tx.message.findMany({ where: { membershipId: id } }),
      await tx.auditEvent.findMany({ where: { objectId: id } }),
    ])
    expect(JSON.stringify([links, messages, events])).not.toContain(token)
  })

  it('answers the same for an address that has an account elsewhere, and adds nobody silently (LNK-09)', async () => {
    const elsewhere = await world.addTenant('De Wilg')
    const [known, unknown] = [{ ...guest(), email: elsewhere.holder.email }, guest()]
    const answers = [await holder.api.users.invite({ body: known }), await holder.api.users.invite({ body: unknown })]
    const [a, b] = answers.map(({ id: _, name: __, email: ___, ...rest }) => rest)
    expect(a).toEqual(b)
    expect(answers[0]).toMatchObject({ status: 'invited', secondStep: 'none', lastSignInAt: null })
  })

  it('twenty times at once with one address makes one row and one mail; the others are told (RAC-06)', async () => {
    const body = guest()
    const tries = Array.from({ length: 20 }, () => refusalOf(holder.api.users.invite({ body })))
    const outcomes = (await Promise.all(tries)).toSorted()
    expect(outcomes).toEqual(['not refused', ...Array.from({ length: 19 }, () => 'user.exists')])
    const rows = (await membersOf(tenant)).filter(({ email }) => email === body.email)
    expect(rows).toHaveLength(1)
    expect(await mailsTo(world, rows[0]?.id ?? '')).toHaveLength(1)
  })

  it('takes an address once, however it is spelled and whatever became of the member', async () => {
    const body = guest()
    await holder.api.users.invite({ body })
    expect(
      await refusalOf(holder.api.users.invite({ body: { ...body, email: ` ${body.email.toUpperCase()} ` } })),
    ).toBe('user.exists')
    const gone = await world.addPerson(tenant, 'reader')
    await holder.api.users.deactivate({ params: { id: gone.membershipId } })
    expect(await refusalOf(holder.api.users.invite({ body: { ...guest(), email: gone.email } }))).toBe('user.exists')
    expect(await refusalOf(holder.api.users.invite({ body: { ...guest(), email: tenant.holder.email } }))).toBe(
      'user.exists',
    )
  })

  it.each(['entry', 'provider'] as const)('is not possible in a package of kind %s', async (kind) => {
    const small = await world.addTenant(`Klein ${kind}`, { package: kind })
    const alone = await world.signIn(small.holder)
    const body = guest(small.roleIds.reader)
    expect(await refusalOf(alone.api.users.invite({ body }))).toBe('package.has_no_users')
    expect(await membersOf(small)).toHaveLength(1)
    expect((await actionsOf(world, small.tenantId)).at(-1)).toBe('user.invited denied package.has_no_users')
  })

  it('never takes more than the seats, also when ten ask for the last three at once', async () => {
    const full = await world.addTenant('De Volle', { seats: 4 })
    const { api } = await world.signIn(full.holder)
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, () => refusalOf(api.users.invite({ body: guest(full.roleIds.reader) }))),
    )
    expect(outcomes.filter((outcome) => outcome === 'not refused')).toHaveLength(3)
    expect(outcomes.filter((outcome) => outcome === 'package.seats_full')).toHaveLength(7)
    expect(await membersOf(full)).toHaveLength(4)
    const invited = (await actionsOf(world, full.tenantId)).filter((action) => action.startsWith('user.invited'))
    expect(invited).toEqual(Array.from({ length: 3 }, () => 'user.invited success'))
  })

  it('refuses fields that are not asked for (AZV-02)', async () => {
    for (const extra of [
      { isHolder: true },
      { tenantId: tenant.tenantId },
      { permissions: ['audit:read'] },
      { status: 'active' },
    ]) {
      const answer = await holder.send('POST', '/api/v1/users', { body: { ...guest(), ...extra } })
      expect(answer.status).toBe(400)
    }
  })

  it('keeps names as they were typed, whatever they look like (INP-12)', async () => {
    for (const name of ["Robert'); DROP TABLE memberships;--", '{{7*7}}', '<b>Bo</b>', 'Øystein Ž. ٱلْعَرَبِيَّة']) {
      expect((await holder.api.users.invite({ body: { ...guest(), name } })).name).toBe(name)
    }
  })
})

describe('the role of an invitation', () => {
  it('is never one that moves by transfer, belongs to machines or is of another house (AZV-03, AZH-07)', async () => {
    const other = await world.addTenant('De Beuk')
    const before = await membersOf(tenant)
    const { holder: own, api } = tenant.roleIds
    const unknown = '00000000-0000-7000-8000-0000000000aa'
    for (const roleId of [own, api, other.roleIds.reader, world.platformTenant.roleIds.operator, unknown]) {
      const body = guest(roleId)
      expect(await refusalOf(holder.api.users.invite({ body }))).toBe('role.not_givable')
      expect(await lastEvent()).toMatchObject({
        action: 'user.invited',
        outcome: 'denied',
        reason: 'role.not_givable',
        objectName: body.name,
      })
    }
    expect(await membersOf(tenant)).toEqual(before)
  })

  it('may be as high as the own and no higher, nor with a right that one does not have (AZV-03)', async () => {
    const administrator = await world.signIn(await world.addPerson(tenant, 'administrator'))
    expect((await administrator.api.users.invite({ body: guest(tenant.roleIds.administrator) })).role.builtIn).toBe(
      'administrator',
    )
    const higher = await addRole(world, tenant, { name: 'Hoger', rank: 81, permissions: ['users:read'] })
    const broader = await addRole(world, tenant, { name: 'Breder', rank: 30, permissions: ['audit:read'] })
    const lesser = await addRole(world, tenant, { name: 'Minder', rank: 80, permissions: ['users:read'] })
    expect(await refusalOf(administrator.api.users.invite({ body: guest(higher) }))).toBe('role.not_givable')
    expect(await refusalOf(administrator.api.users.invite({ body: guest(broader) }))).toBe('role.not_givable')
    expect(await refusalOf(administrator.api.users.invite({ body: guest(lesser) }))).toBe('not refused')
    expect(await refusalOf(holder.api.users.invite({ body: guest(broader) }))).toBe('not refused')
  })
})

describe('two hundred invitations a day', () => {
  it('are the most of one organisation, resent ones counted and refused ones not (LNK-12)', async () => {
    const busy = await world.addTenant('De Drukke', { seats: 1000 })
    const other = await world.addTenant('De Rustige')
    const { api } = await world.signIn(busy.holder)
    const first = await api.users.invite({ body: guest(busy.roleIds.reader) })
    await api.users.resendInvitation({ params: { id: first.id } })
    expect(await refusalOf(api.users.invite({ body: { ...guest(busy.roleIds.reader), email: first.email } }))).toBe(
      'user.exists',
    )
    for (let ten = 0; ten < 22; ten++) {
      await Promise.all(
        Array.from({ length: 10 }, () => refusalOf(api.users.invite({ body: guest(busy.roleIds.reader) }))),
      )
    }
    expect(await membersOf(busy)).toHaveLength(1 + 199)
    const refused = await api.users.invite({ body: guest(busy.roleIds.reader) }).catch((error: unknown) => error)
    expect(refused).toMatchObject({ problem: { code: 'request.too_many', retryAfter: expect.any(Number) } })
    const quiet = await world.signIn(other.holder)
    expect(await refusalOf(quiet.api.users.invite({ body: guest(other.roleIds.reader) }))).toBe('not refused')
    world.clock.advance(hours(24))
    const nextDay = await world.signIn(busy.holder)
    expect(await refusalOf(nextDay.api.users.invite({ body: guest(busy.roleIds.reader) }))).toBe('not refused')
  })
})

describe('an address that many organisations invite', () => {
  it('gets three mails an hour; the others wait, and nobody who invites can tell (CHN-13)', async () => {
    const email = 'gewild@example.nl'
    const sentAt: Date[] = []
    for (const name of ['De Eik', 'De Beuk', 'De Es', 'De Iep']) {
      const house = await world.addTenant(name)
      const inviter = await world.signIn(house.holder)
      const user = await inviter.api.users.invite({ body: { ...guest(house.roleIds.reader), email } })
      expect(user.status).toBe('invited')
      const mail = await world.asOwner((tx) => tx.message.findFirstOrThrow({ where: { membershipId: user.id } }))
      sentAt.push(mail.nextTryAt)
    }
    const [first, , third, fourth] = sentAt.map((at) => at.getTime())
    const now = world.clock.now().getTime()
    expect(third).toBeLessThanOrEqual(now)
    expect(fourth).toBe((first ?? 0) + hours(1))
  })
})
