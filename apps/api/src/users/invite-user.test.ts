import { describe, expect } from 'vitest'
import { hours } from '../platform/clock.fake.ts'
import { accept, inspect } from '../testing/accepting.ts'
import { it } from '../testing/it.ts'
import { refusalOf } from '../testing/refusal.ts'
import type { Tenant, World } from '../testing/world.ts'

describe('inviting', () => {
  it('mails a link that works for seven days, and writes who did it', async ({
    world,
    tenant,
    holder,
    inbox,
    audit,
  }) => {
    const body = guest(tenant, tenant.roleIds.editor)
    const user = await holder.api.users.invite({ body })
    expect(user).toMatchObject({
      name: body.name,
      email: body.email,
      status: 'invited',
      kind: 'person',
      role: { builtIn: 'editor' },
    })
    const [mail, ...more] = await inbox.all(user.id)
    expect(more).toEqual([])
    expect(mail).toMatchObject({
      template: 'invitation',
      data: { tenantName: 'De Linde', invitedBy: tenant.holder.name, expiresAt: user.invitationExpiresAt },
    })
    expect(await audit.last()).toMatchObject({
      action: 'user.invited',
      outcome: 'success',
      actorId: tenant.holder.membershipId,
      objectId: user.id,
      objectName: body.name,
      after: { email: body.email, role: 'Redacteur' },
    })
    const token = await inbox.token(user.id)
    expect(await inspect(world, token)).toMatchObject({ purpose: 'invitation', email: body.email, hasAccount: false })
    expect(await accept(world, token)).toEqual({ step: 'enroll' })
  })

  it('writes neither link nor token anywhere in the clear', async ({ world, tenant, holder, inbox }) => {
    const { id } = await holder.api.users.invite({ body: guest(tenant) })
    const token = await inbox.token(id)
    const [links, messages, events] = await world.asOwner(async (tx) => [
      await tx.link.findMany({ where: { membershipId: id } }),
      await tx.message.findMany({ where: { membershipId: id } }),
      await tx.auditEvent.findMany({ where: { objectId: id } }),
    ])
    expect(JSON.stringify([links, messages, events])).not.toContain(token)
  })

  it('answers the same for an address that has an account elsewhere, and adds no member silently (LNK-09)', async ({
    world,
    tenant,
    holder,
  }) => {
    const elsewhere = await world.addTenant('De Wilg')
    const [known, unknown] = [{ ...guest(tenant), email: elsewhere.holder.email }, guest(tenant)]
    const answers = [await holder.api.users.invite({ body: known }), await holder.api.users.invite({ body: unknown })]
    const [a, b] = answers.map(({ id: _, name: __, email: ___, ...rest }) => rest)
    expect(a).toEqual(b)
    expect(answers[0]).toMatchObject({ status: 'invited', secondStep: 'none', lastSignInAt: null })
  })

  it('twenty times at once with one address makes one row and one mail; the others are told (RAC-06)', async ({
    world,
    tenant,
    holder,
    inbox,
  }) => {
    const body = guest(tenant)
    const tries = Array.from({ length: 20 }, () => refusalOf(holder.api.users.invite({ body })))
    const outcomes = (await Promise.all(tries)).toSorted()
    expect(outcomes).toEqual(['not refused', ...Array.from({ length: 19 }, () => 'user.exists')])
    const rows = (await membersOf(world, tenant)).filter(({ email }) => email === body.email)
    expect(rows).toHaveLength(1)
    expect(await inbox.all(rows[0]?.id ?? '')).toHaveLength(1)
  })

  it('takes an address once, however it is spelled and whatever became of the member', async ({
    tenant,
    holder,
    addPerson,
  }) => {
    const body = guest(tenant)
    await holder.api.users.invite({ body })
    expect(
      await refusalOf(holder.api.users.invite({ body: { ...body, email: ` ${body.email.toUpperCase()} ` } })),
    ).toBe('user.exists')
    const gone = await addPerson('reader')
    await holder.api.users.deactivate({ params: { id: gone.membershipId } })
    expect(await refusalOf(holder.api.users.invite({ body: { ...guest(tenant), email: gone.email } }))).toBe(
      'user.exists',
    )
    expect(await refusalOf(holder.api.users.invite({ body: { ...guest(tenant), email: tenant.holder.email } }))).toBe(
      'user.exists',
    )
  })

  it.for(['entry', 'provider'] as const)(
    'is not possible in a package of kind %s',
    async (kind, { world, tenant, audit }) => {
      const small = await world.addTenant(`Klein ${kind}`, { package: kind })
      const alone = await world.signIn(small.holder)
      const body = guest(tenant, small.roleIds.reader)
      expect(await refusalOf(alone.api.users.invite({ body }))).toBe('package.has_no_users')
      expect(await membersOf(world, small)).toHaveLength(1)
      expect((await audit.actions(small.tenantId)).at(-1)).toBe('user.invited denied package.has_no_users')
    },
  )

  it('never takes more than the seats, also when ten ask for the last three at once', async ({
    world,
    tenant,
    audit,
  }) => {
    const full = await world.addTenant('De Volle', { seats: 4 })
    const { api } = await world.signIn(full.holder)
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, () => refusalOf(api.users.invite({ body: guest(tenant, full.roleIds.reader) }))),
    )
    expect(outcomes.filter((outcome) => outcome === 'not refused')).toHaveLength(3)
    expect(outcomes.filter((outcome) => outcome === 'package.seats_full')).toHaveLength(7)
    expect(await membersOf(world, full)).toHaveLength(4)
    const invited = (await audit.actions(full.tenantId)).filter((action) => action.startsWith('user.invited'))
    expect(invited).toEqual(Array.from({ length: 3 }, () => 'user.invited success'))
  })

  it('refuses fields that are not asked for (AZV-02)', async ({ tenant, holder }) => {
    for (const extra of [
      { isHolder: true },
      { tenantId: tenant.tenantId },
      { permissions: ['audit:read'] },
      { status: 'active' },
    ]) {
      const answer = await holder.send('POST', '/api/v1/users', { body: { ...guest(tenant), ...extra } })
      expect(answer.status).toBe(400)
    }
  })

  it('keeps names as they were typed, whatever they look like (INP-12)', async ({ tenant, holder }) => {
    for (const name of ["Robert'); DROP TABLE memberships;--", '{{7*7}}', '<b>Bo</b>', 'Øystein Ž. ٱلْعَرَبِيَّة']) {
      expect((await holder.api.users.invite({ body: { ...guest(tenant), name } })).name).toBe(name)
    }
  })
})

describe('the role of an invitation', () => {
  it('is never one that moves by transfer, belongs to machines or is of another house (AZV-03, AZH-07)', async ({
    world,
    tenant,
    holder,
    audit,
  }) => {
    const other = await world.addTenant('De Beuk')
    const before = await membersOf(world, tenant)
    const { holder: own, api } = tenant.roleIds
    const unknown = '00000000-0000-7000-8000-0000000000aa'
    for (const roleId of [own, api, other.roleIds.reader, world.platformTenant.roleIds.operator, unknown]) {
      const body = guest(tenant, roleId)
      expect(await refusalOf(holder.api.users.invite({ body }))).toBe('role.not_givable')
      expect(await audit.last()).toMatchObject({
        action: 'user.invited',
        outcome: 'denied',
        reason: 'role.not_givable',
        objectName: body.name,
      })
    }
    expect(await membersOf(world, tenant)).toEqual(before)
  })

  it('may be as high as the own and no higher, nor with a right that one does not have (AZV-03)', async ({
    tenant,
    holder,
    as,
    addRole,
  }) => {
    const administrator = await as('administrator')
    expect(
      (await administrator.api.users.invite({ body: guest(tenant, tenant.roleIds.administrator) })).role.builtIn,
    ).toBe('administrator')
    const higher = await addRole({ name: 'Hoger', rank: 81, permissions: ['users:read'] })
    const broader = await addRole({ name: 'Breder', rank: 30, permissions: ['audit:read'] })
    const lesser = await addRole({ name: 'Minder', rank: 80, permissions: ['users:read'] })
    expect(await refusalOf(administrator.api.users.invite({ body: guest(tenant, higher) }))).toBe('role.not_givable')
    expect(await refusalOf(administrator.api.users.invite({ body: guest(tenant, broader) }))).toBe('role.not_givable')
    expect(await refusalOf(administrator.api.users.invite({ body: guest(tenant, lesser) }))).toBe('not refused')
    expect(await refusalOf(holder.api.users.invite({ body: guest(tenant, broader) }))).toBe('not refused')
  })
})

describe('two hundred invitations a day', () => {
  it('are the most of one organisation, resent ones counted and refused ones not (LNK-12)', async ({
    world,
    clock,
    tenant,
  }) => {
    const busy = await world.addTenant('De Drukke', { seats: 1000 })
    const other = await world.addTenant('De Rustige')
    const { api } = await world.signIn(busy.holder)
    const first = await api.users.invite({ body: guest(tenant, busy.roleIds.reader) })
    await api.users.resendInvitation({ params: { id: first.id } })
    expect(
      await refusalOf(api.users.invite({ body: { ...guest(tenant, busy.roleIds.reader), email: first.email } })),
    ).toBe('user.exists')
    for (let ten = 0; ten < 22; ten++) {
      await Promise.all(
        Array.from({ length: 10 }, () => refusalOf(api.users.invite({ body: guest(tenant, busy.roleIds.reader) }))),
      )
    }
    expect(await membersOf(world, busy)).toHaveLength(1 + 199)
    const refused = await api.users
      .invite({ body: guest(tenant, busy.roleIds.reader) })
      .catch((error: unknown) => error)
    expect(refused).toMatchObject({ problem: { code: 'request.too_many', retryAfter: expect.any(Number) } })
    const quiet = await world.signIn(other.holder)
    expect(await refusalOf(quiet.api.users.invite({ body: guest(tenant, other.roleIds.reader) }))).toBe('not refused')
    clock.advance(hours(24))
    const nextDay = await world.signIn(busy.holder)
    expect(await refusalOf(nextDay.api.users.invite({ body: guest(tenant, busy.roleIds.reader) }))).toBe('not refused')
  })
})

describe('an address that many organisations invite', () => {
  it('gets three mails an hour; the others wait, and the inviter cannot tell (CHN-13)', async ({
    world,
    clock,
    tenant,
  }) => {
    const email = 'gewild@example.nl'
    const sentAt: Date[] = []
    for (const name of ['De Eik', 'De Beuk', 'De Es', 'De Iep']) {
      const house = await world.addTenant(name)
      const inviter = await world.signIn(house.holder)
      const user = await inviter.api.users.invite({ body: { ...guest(tenant, house.roleIds.reader), email } })
      expect(user.status).toBe('invited')
      const mail = await world.asOwner((tx) => tx.message.findFirstOrThrow({ where: { membershipId: user.id } }))
      sentAt.push(mail.nextTryAt)
    }
    const [first, , third, fourth] = sentAt.map((at) => at.getTime())
    const now = clock.now().getTime()
    expect(third).toBeLessThanOrEqual(now)
    expect(fourth).toBe((first ?? 0) + hours(1))
  })
})

let guests = 0

function guest(tenant: Tenant, roleId = tenant.roleIds.reader) {
  guests += 1
  return { name: `Genodigde ${guests}`, email: `genodigde${guests}@example.nl`, roleId, language: 'nl' } as const
}

const membersOf = (world: World, { tenantId }: Tenant) =>
  world.asOwner((tx) => tx.membership.findMany({ where: { tenantId } }))
