import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { days, hours, seconds } from '../platform/clock.fake.ts'
import type { Caller } from '../testing/caller.ts'
import { type Invited, invite } from '../testing/invited.ts'
import { refusalOf } from '../testing/refusal.ts'
import { eventsOf, newestToken } from '../testing/stored-rows.ts'
import { costOf } from '../testing/trace.ts'
import { createWorld, type Person, type SignedIn, type Tenant, type World } from '../testing/world.ts'

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

const accept = (token: string, password = NEW, caller: Caller = stranger()) =>
  caller.api.invitations.accept({ body: { token, password } })
const join = (caller: Caller, token: string) => caller.api.invitations.join({ body: { token } })
const inspect = (token: string) => stranger().api.links.inspect({ body: { token } })
const holder = () => world.signIn(tenant.holder, stranger())
const memberOf = ({ membershipId: id }: Invited) =>
  world.asOwner((tx) => tx.membership.findFirstOrThrow({ where: { id } }))

/** A colleague who may invite, and somebody whom they invited. */
async function invitedByColleague(): Promise<{ colleague: Person; guest: Invited }> {
  const colleague = await world.addPerson(tenant, 'administrator')
  const guest = await invite(world, await world.signIn(colleague, stranger()), tenant)
  return { colleague, guest }
}

describe('accepting an invitation', () => {
  it('makes a user of whom was invited, with the role that was given, and goes on with the second step', async () => {
    const guest = await invite(world, await holder(), tenant, { role: 'editor' })
    const caller = stranger()
    expect(await accept(guest.token, NEW, caller)).toEqual({ step: 'enroll' })
    expect([...caller.cookies.keys()]).toEqual(['keyholder-sign-in'])
    expect((await caller.send('GET', '/api/v1/session')).status).toBe(401)
    const member = await memberOf(guest)
    expect(member).toMatchObject({
      status: 'active',
      email: guest.email,
      roleId: tenant.roleIds.editor,
      homeTenantId: tenant.tenantId,
    })
    const person = { ...guest, userId: member.userId ?? '', tenantId: tenant.tenantId, secret: null }
    const signedIn = await world.signIn(person, stranger(), NEW)
    expect(await signedIn.api.session.current()).toMatchObject({
      membershipId: guest.membershipId,
      role: { builtIn: 'editor' },
    })
  })

  it('is in the log, by whom and of whom, without link or password', async () => {
    const guest = await invite(world, await holder(), tenant)
    await accept(guest.token)
    const events = await eventsOf(world, tenant.tenantId)
    expect(events.slice(-2)).toMatchObject([
      {
        action: 'user.joined',
        actorId: guest.membershipId,
        actorName: guest.name,
        actorRole: 'Lezer',
        objectId: guest.membershipId,
      },
      { action: 'sign-in.password', actorId: guest.membershipId },
    ])
    expect(JSON.stringify(events)).not.toMatch(new RegExp(`${guest.token}|${NEW}`))
  })

  it('is for the address that was invited and no other (LNK-01)', async () => {
    const guest = await invite(world, await holder(), tenant)
    for (const extra of [
      { email: 'ander@example.nl' },
      { name: 'Ander' },
      { roleId: tenant.roleIds.administrator },
      { tenantId: tenant.tenantId },
    ]) {
      const answer = await stranger().send('POST', '/api/v1/invitations/accept', {
        body: { token: guest.token, password: NEW, ...extra },
      })
      expect(answer.status).toBe(400)
    }
    // Signed in as somebody else, it is still the invited address that gets the account.
    const other = await world.signIn(await world.addPerson(tenant, 'reader'), stranger())
    await accept(guest.token, NEW, other)
    expect((await memberOf(guest)).email).toBe(guest.email)
    expect((await other.api.session.current()).user.email).toBe(other.person.email)
  })

  it('is done once, of twenty at once', async () => {
    const guest = await invite(world, await holder(), tenant)
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) => refusalOf(accept(guest.token, `${NEW} ${index}`))),
    )
    expect(answers.filter((answer) => answer === 'not refused')).toHaveLength(1)
    expect(answers.filter((answer) => answer === 'link.gone')).toHaveLength(19)
    const users = await world.asOwner((tx) => tx.user.count({ where: { email: guest.email } }))
    expect(users).toBe(1)
    expect(await refusalOf(accept(guest.token))).toBe('link.gone')
  })

  it.each([
    ['kort', 'too_short'],
    ['De Linde 2026', 'contains_own_name'],
    ['x'.repeat(257), 'too_long'],
  ])('is not used up by a weak password (%s), nor is anything hashed (AUT-10, AUT-11)', async (password, reason) => {
    const guest = await invite(world, await holder(), tenant)
    const cost = await costOf(world, async () => {
      expect(await refusalOf(accept(guest.token, password))).toBe(`password.weak ${reason}`)
    })
    expect(cost).not.toContain('hash')
    expect(await accept(guest.token)).toEqual({ step: 'enroll' })
  })

  it('is not asked with 513 to a million characters (AUT-10)', async () => {
    const { token } = await invite(world, await holder(), tenant)
    for (const length of [513, 4096, 1_000_000]) {
      const body = { token, password: 'x'.repeat(length) }
      expect([400, 413]).toContain((await stranger().send('POST', '/api/v1/invitations/accept', { body })).status)
    }
  })

  it('is possible for seven days (LNK-05)', async () => {
    const guest = await invite(world, await holder(), tenant)
    world.clock.advance(days(7) - seconds(1))
    expect((await inspect(guest.token)).purpose).toBe('invitation')
    world.clock.advance(seconds(1))
    expect(await refusalOf(accept(guest.token))).toBe('link.gone')
  })

  it('is possible with the newest link only, and with none after withdrawal (LNK-06)', async () => {
    const caller = await holder()
    const guest = await invite(world, caller, tenant)
    await caller.api.users.resendInvitation({ params: { id: guest.membershipId } })
    expect(await refusalOf(accept(guest.token))).toBe('link.gone')
    const token = await newestToken(world, guest.membershipId)
    expect((await inspect(token)).email).toBe(guest.email)
    await caller.api.users.withdrawInvitation({ params: { id: guest.membershipId } })
    expect(await refusalOf(accept(token))).toBe('link.gone')
  })

  it.each([
    [
      'the inviter was deactivated',
      ({ membershipId: id }: Person) =>
        world.asOwner((tx) => tx.membership.updateMany({ where: { id }, data: { status: 'deactivated' } })),
    ],
    [
      'the inviter may no longer invite',
      ({ membershipId: id }: Person) =>
        world.asOwner((tx) => tx.membership.updateMany({ where: { id }, data: { roleId: tenant.roleIds.reader } })),
    ],
  ])('is refused once %s', async (_, happens) => {
    const { colleague, guest } = await invitedByColleague()
    await happens(colleague)
    expect(await refusalOf(inspect(guest.token))).toBe('link.gone')
    expect(await refusalOf(accept(guest.token))).toBe('link.gone')
    expect((await memberOf(guest)).status).toBe('invited')
  })

  it('is refused once the inviter has no longer every right that the invitation gives (AZV-03)', async () => {
    const colleague = await world.addPerson(tenant, 'administrator')
    const guest = await invite(world, await world.signIn(colleague, stranger()), tenant, { role: 'administrator' })
    await world.asOwner(async (tx) => {
      const { tenantId } = tenant
      const roleId = world.platform.random.uuid()
      await tx.role.createMany({ data: [{ tenantId, id: roleId, name: 'Uitnodiger', rank: 80 }] })
      await tx.rolePermission.createMany({ data: [{ tenantId, roleId, permission: 'users:invite' }] })
      await tx.membership.updateMany({ where: { id: colleague.membershipId }, data: { roleId } })
    })
    expect(await refusalOf(accept(guest.token))).toBe('link.gone')
  })

  it('is refused while the package is suspended or has no room for others', async () => {
    const wilg = await world.addTenant('De Wilg')
    const caller = await world.signIn(wilg.holder, stranger())
    const guest = await invite(world, caller, wilg)
    const set = (data: { status?: string; kind?: string; seats?: number }) =>
      world.asOwner((tx) => tx.package.updateMany({ where: { tenantId: wilg.tenantId }, data }))
    await set({ status: 'suspended' })
    expect(await refusalOf(accept(guest.token))).toBe('link.gone')
    await set({ status: 'active', kind: 'entry', seats: 1 })
    expect(await refusalOf(accept(guest.token))).toBe('link.gone')
    await set({ kind: 'institution' })
    expect(await refusalOf(accept(guest.token))).toBe('package.seats_full')
    await set({ seats: 2 })
    expect(await accept(guest.token)).toEqual({ step: 'enroll' })
  })

  it('is refused when the inviter leaves while the password is being hashed', async () => {
    const { colleague, guest } = await invitedByColleague()
    const { passwords } = world.platform
    const { hash } = passwords
    passwords.hash = async (password) => {
      await world.asOwner((tx) =>
        tx.membership.updateMany({ where: { id: colleague.membershipId }, data: { status: 'deactivated' } }),
      )
      return hash(password)
    }
    const answer = await refusalOf(accept(guest.token))
    passwords.hash = hash
    expect(answer).toBe('link.gone')
    expect((await memberOf(guest)).status).toBe('invited')
  })

  it('of two organisations at once makes one account; the other is joined with it', async () => {
    const wilg = await world.addTenant('De Wilg')
    const email = 'twee@example.nl'
    const guests = [
      await invite(world, await holder(), tenant, { email }),
      await invite(world, await world.signIn(wilg.holder, stranger()), wilg, { email }),
    ]
    const answers = await Promise.all(guests.map(({ token }) => refusalOf(accept(token))))
    expect(answers.toSorted()).toEqual(['invitation.account_exists', 'not refused'])
    const open = guests[answers.indexOf('invitation.account_exists')]
    expect(await inspect(open?.token ?? '')).toMatchObject({ hasAccount: true })
    expect(await world.asOwner((tx) => tx.login.count({ where: { email } }))).toBe(1)
  })
})

describe('an invitation of somebody who has an account elsewhere', () => {
  async function invitedElsewhere() {
    const wilg = await world.addTenant('De Wilg')
    const person = await world.addPerson(wilg, 'reader', { name: 'Els van Dijk' })
    const caller = await holder()
    const guest = await invite(world, caller, tenant, { email: person.email, role: 'editor' })
    return { wilg, person, caller, guest }
  }

  it('looks to the inviter as any other: nothing tells that the account existed (LNK-09)', async () => {
    const { caller, guest } = await invitedElsewhere()
    const stranger = await invite(world, caller, tenant, { role: 'editor' })
    const shown = async ({ membershipId }: Invited) => {
      const answer = await caller.send('GET', `/api/v1/users/${membershipId}`)
      return { ...(answer.json as object), id: '', name: '', email: '' }
    }
    expect(await shown(guest)).toEqual(await shown(stranger))
    expect((await memberOf(guest)).userId).toBeNull()
  })

  it('is not accepted by choosing a password, which uses nothing up', async () => {
    const { person, guest } = await invitedElsewhere()
    expect(await inspect(guest.token)).toMatchObject({ hasAccount: true, email: person.email })
    const cost = await costOf(world, async () => {
      expect(await refusalOf(accept(guest.token))).toBe('invitation.account_exists')
    })
    expect(cost).not.toContain('hash')
    expect(await inspect(guest.token)).toMatchObject({ hasAccount: true })
    expect((await world.signIn(person, stranger())).cookies.has('keyholder')).toBe(true)
  })

  it('is joined by signing in: the same account in one organisation more (LNK-09)', async () => {
    const { wilg, person, guest } = await invitedElsewhere()
    const caller = await world.signIn(person, stranger())
    expect(await join(caller, guest.token)).toEqual({ tenantId: tenant.tenantId })
    expect(await memberOf(guest)).toMatchObject({
      status: 'active',
      userId: person.userId,
      homeTenantId: wilg.tenantId,
      secondStep: 'linked',
      name: 'Els van Dijk',
      roleId: tenant.roleIds.editor,
    })
    const there = await caller.api.session.switchTenant({ body: { tenantId: tenant.tenantId } })
    expect(there).toMatchObject({ membershipId: guest.membershipId, role: { builtIn: 'editor' } })
    expect(
      (await eventsOf(world, tenant.tenantId)).find(
        ({ action, objectId }) => action === 'user.joined' && objectId === guest.membershipId,
      ),
    ).toMatchObject({
      actorId: guest.membershipId,
      actorName: 'Els van Dijk',
      actorRole: 'Redacteur',
      factors: 'authenticator',
    })
    expect(await refusalOf(join(caller, guest.token))).toBe('link.gone')
  })

  it('is joined by nobody else, which uses nothing up (LNK-01)', async () => {
    const { person, guest } = await invitedElsewhere()
    const other: SignedIn = await world.signIn(await world.addPerson(tenant, 'administrator'), stranger())
    expect(await refusalOf(join(other, guest.token))).toBe('link.other_account')
    expect((await stranger().send('POST', '/api/v1/invitations/join', { body: { token: guest.token } })).status).toBe(
      401,
    )
    expect(await join(await world.signIn(person, stranger()), guest.token)).toEqual({ tenantId: tenant.tenantId })
  })

  it('is joined once, of many at once', async () => {
    const { person, guest } = await invitedElsewhere()
    const caller = await world.signIn(person, stranger())
    const answers = await Promise.all(Array.from({ length: 20 }, () => refusalOf(join(caller, guest.token))))
    expect(answers.filter((answer) => answer === 'not refused')).toHaveLength(1)
    expect(new Set(answers)).toEqual(new Set(['not refused', 'link.gone']))
  })

  it('of somebody who is a member already is refused', async () => {
    const { person, guest } = await invitedElsewhere()
    const caller = await world.signIn(person, stranger())
    await world.asOwner((tx) => {
      const { email, name, userId } = person
      const row = {
        tenantId: tenant.tenantId,
        id: world.platform.random.uuid(),
        homeTenantId: person.tenantId,
        userId,
        kind: 'person',
      }
      // Under a former address: a second row with the same one cannot be.
      const common = {
        name,
        email: `vroeger-${email}`,
        language: 'nl',
        status: 'deactivated',
        createdAt: world.clock.now(),
      }
      return tx.membership.createMany({ data: [{ ...row, ...common, roleId: tenant.roleIds.reader }] })
    })
    expect(await refusalOf(join(caller, guest.token))).toBe('user.exists')
    expect((await memberOf(guest)).status).toBe('invited')
  })

  it('does not fit when the seats were taken meanwhile', async () => {
    const es = await world.addTenant('De Es', { seats: 2 })
    const { person } = await invitedElsewhere()
    const guest = await invite(world, await world.signIn(es.holder, stranger()), es, { email: person.email })
    await world.asOwner((tx) => tx.package.updateMany({ where: { tenantId: es.tenantId }, data: { seats: 1 } }))
    expect(await refusalOf(join(await world.signIn(person, stranger()), guest.token))).toBe('package.seats_full')
    expect((await memberOf(guest)).status).toBe('invited')
  })

  it('is no door for other links', async () => {
    const { person } = await invitedElsewhere()
    const caller = await world.signIn(person, stranger())
    await stranger().api.passwordReset.request({ body: { email: person.email } })
    expect(await refusalOf(join(caller, await newestToken(world, person.membershipId)))).toBe('link.gone')
    expect(await refusalOf(join(caller, 'x'.repeat(43)))).toBe('link.gone')
  })
})

describe('the invitation of an operator', () => {
  /** As the command makes it: by nobody who is a member. */
  async function operator(): Promise<Invited> {
    const { makeOperator } = await import('../commands/make-operator.ts')
    const { random, clock } = world.platform
    sources += 1
    const email = `beheer${sources}@example.nl`
    const link = await makeOperator({
      ownerUrl: world.ownerUrl,
      publicUrl: world.origin,
      name: 'Beheer',
      email,
      now: clock.now(),
      random,
    })
    const member = await world.asOwner((tx) => tx.membership.findFirstOrThrow({ where: { email } }))
    return { membershipId: member.id, name: 'Beheer', email, token: new URL(link).hash.slice(1) }
  }

  it('leads into the platform’s own house, over the second step', async () => {
    const { token, email } = await operator()
    expect(await inspect(token)).toMatchObject({ purpose: 'operator', email, tenantName: null, hasAccount: false })
    expect(await accept(token)).toEqual({ step: 'enroll' })
    expect(await refusalOf(accept(token))).toBe('link.gone')
  })

  it('is good for three days', async () => {
    const { token } = await operator()
    world.clock.advance(hours(72))
    expect(await refusalOf(accept(token))).toBe('link.gone')
  })
})
