import { describe, expect } from 'vitest'
import { days, hours, seconds } from '../platform/clock.fake.ts'
import { accept, inspect, memberOf, NEW } from '../testing/accepting.ts'
import { type Invited, invite } from '../testing/invited.ts'
import { type Given, it } from '../testing/it.ts'
import { refusalOf } from '../testing/refusal.ts'
import { costOf } from '../testing/trace.ts'
import type { Person, Tenant, World } from '../testing/world.ts'

describe('accepting an invitation', () => {
  it('makes a user of whom was invited, with the role that was given, and goes on with the second step', async ({
    world,
    tenant,
    invite,
  }) => {
    const guest = await invite({ role: 'editor' })
    const caller = world.stranger()
    expect(await accept(world, guest.token, NEW, caller)).toEqual({ step: 'enroll' })
    expect([...caller.cookies.keys()]).toEqual(['keyholder-sign-in'])
    expect((await caller.send('GET', '/api/v1/session')).status).toBe(401)
    const member = await memberOf(world, guest)
    expect(member).toMatchObject({
      status: 'active',
      email: guest.email,
      roleId: tenant.roleIds.editor,
      homeTenantId: tenant.tenantId,
    })
    const person = { ...guest, userId: member.userId ?? '', tenantId: tenant.tenantId, secret: null }
    const signedIn = await world.signIn(person, world.stranger(), NEW)
    expect(await signedIn.api.session.current()).toMatchObject({
      membershipId: guest.membershipId,
      role: { builtIn: 'editor' },
    })
  })

  it('is in the log, by whom and of whom, without link or password', async ({ world, invite, audit }) => {
    const guest = await invite()
    await accept(world, guest.token)
    const events = await audit.events()
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

  it('is for the address that was invited and no other (LNK-01)', async ({ world, tenant, as, invite }) => {
    const guest = await invite()
    for (const extra of [
      { email: 'ander@example.nl' },
      { name: 'Ander' },
      { roleId: tenant.roleIds.administrator },
      { tenantId: tenant.tenantId },
    ]) {
      const answer = await world.stranger().send('POST', '/api/v1/invitations/accept', {
        body: { token: guest.token, password: NEW, ...extra },
      })
      expect(answer.status).toBe(400)
    }
    // Signed in as somebody else, it is still the invited address that gets the account.
    const other = await as('reader')
    await accept(world, guest.token, NEW, other)
    expect((await memberOf(world, guest)).email).toBe(guest.email)
    expect((await other.api.session.current()).user.email).toBe(other.person.email)
  })

  it('is done once, of twenty at once', async ({ world, invite }) => {
    const guest = await invite()
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) => refusalOf(accept(world, guest.token, `${NEW} ${index}`))),
    )
    expect(answers.filter((answer) => answer === 'not refused')).toHaveLength(1)
    expect(answers.filter((answer) => answer === 'link.gone')).toHaveLength(19)
    const users = await world.asOwner((tx) => tx.user.count({ where: { email: guest.email } }))
    expect(users).toBe(1)
    expect(await refusalOf(accept(world, guest.token))).toBe('link.gone')
  })

  it.for([
    ['kort', 'too_short'],
    ['De Linde 2026', 'contains_own_name'],
    ['x'.repeat(257), 'too_long'],
  ] as const)(
    'is not used up by a weak password (%s), nor is anything hashed (AUT-10, AUT-11)',
    async ([password, reason], { world, invite }) => {
      const guest = await invite()
      const cost = await costOf(world, async () => {
        expect(await refusalOf(accept(world, guest.token, password))).toBe(`password.weak ${reason}`)
      })
      expect(cost).not.toContain('hash')
      expect(await accept(world, guest.token)).toEqual({ step: 'enroll' })
    },
  )

  it('is not asked with 513 to a million characters (AUT-10)', async ({ world, invite }) => {
    const { token } = await invite()
    for (const length of [513, 4096, 1_000_000]) {
      const body = { token, password: 'x'.repeat(length) }
      expect([400, 413]).toContain((await world.stranger().send('POST', '/api/v1/invitations/accept', { body })).status)
    }
  })

  it('is possible for seven days (LNK-05)', async ({ world, clock, invite }) => {
    const guest = await invite()
    clock.advance(days(7) - seconds(1))
    expect((await inspect(world, guest.token)).purpose).toBe('invitation')
    clock.advance(seconds(1))
    expect(await refusalOf(accept(world, guest.token))).toBe('link.gone')
  })

  it('is possible with the newest link only, and with none after withdrawal (LNK-06)', async ({
    world,
    holder,
    invite,
    inbox,
  }) => {
    const guest = await invite()
    await holder.api.users.resendInvitation({ params: { id: guest.membershipId } })
    expect(await refusalOf(accept(world, guest.token))).toBe('link.gone')
    const token = await inbox.token(guest.membershipId)
    expect((await inspect(world, token)).email).toBe(guest.email)
    await holder.api.users.withdrawInvitation({ params: { id: guest.membershipId } })
    expect(await refusalOf(accept(world, token))).toBe('link.gone')
  })

  it.for([
    [
      'the inviter was deactivated',
      ({ world }: House, { membershipId: id }: Person) =>
        world.asOwner((tx) => tx.membership.updateMany({ where: { id }, data: { status: 'deactivated' } })),
    ],
    [
      'the inviter may no longer invite',
      ({ world, tenant }: House, { membershipId: id }: Person) =>
        world.asOwner((tx) => tx.membership.updateMany({ where: { id }, data: { roleId: tenant.roleIds.reader } })),
    ],
  ] as const)('is refused once %s', async ([_, happens], { world, tenant }) => {
    const { colleague, guest } = await invitedByColleague({ world, tenant })
    await happens({ world, tenant }, colleague)
    expect(await refusalOf(inspect(world, guest.token))).toBe('link.gone')
    expect(await refusalOf(accept(world, guest.token))).toBe('link.gone')
    expect((await memberOf(world, guest)).status).toBe('invited')
  })

  it('is refused once the inviter has no longer every right that the invitation gives (AZV-03)', async ({
    world,
    tenant,
    addPerson,
  }) => {
    const colleague = await addPerson('administrator')
    const guest = await invite(world, await world.signIn(colleague), tenant, { role: 'administrator' })
    await world.asOwner(async (tx) => {
      const { tenantId } = tenant
      const roleId = world.platform.random.uuid()
      await tx.role.createMany({ data: [{ tenantId, id: roleId, name: 'Uitnodiger', rank: 80 }] })
      await tx.rolePermission.createMany({ data: [{ tenantId, roleId, permission: 'users:invite' }] })
      await tx.membership.updateMany({ where: { id: colleague.membershipId }, data: { roleId } })
    })
    expect(await refusalOf(accept(world, guest.token))).toBe('link.gone')
  })

  it('is refused while the package is suspended or has no room for others', async ({ world }) => {
    const wilg = await world.addTenant('De Wilg')
    const caller = await world.signIn(wilg.holder)
    const guest = await invite(world, caller, wilg)
    const set = (data: { status?: string; kind?: string; seats?: number }) =>
      world.asOwner((tx) => tx.package.updateMany({ where: { tenantId: wilg.tenantId }, data }))
    await set({ status: 'suspended' })
    expect(await refusalOf(accept(world, guest.token))).toBe('link.gone')
    await set({ status: 'active', kind: 'entry', seats: 1 })
    expect(await refusalOf(accept(world, guest.token))).toBe('link.gone')
    await set({ kind: 'institution' })
    expect(await refusalOf(accept(world, guest.token))).toBe('package.seats_full')
    await set({ seats: 2 })
    expect(await accept(world, guest.token)).toEqual({ step: 'enroll' })
  })

  it('is refused when the inviter leaves while the password is being hashed', async ({ world, tenant }) => {
    const { colleague, guest } = await invitedByColleague({ world, tenant })
    const { passwords } = world.platform
    const { hash } = passwords
    passwords.hash = async (password) => {
      await world.asOwner((tx) =>
        tx.membership.updateMany({ where: { id: colleague.membershipId }, data: { status: 'deactivated' } }),
      )
      return hash(password)
    }
    const answer = await refusalOf(accept(world, guest.token))
    passwords.hash = hash
    expect(answer).toBe('link.gone')
    expect((await memberOf(world, guest)).status).toBe('invited')
  })

  it('of two organisations at once makes one account; the other is joined with it', async ({ world, invite }) => {
    const wilg = await world.addTenant('De Wilg')
    const email = 'twee@example.nl'
    const guests = [await invite({ email }), await inviteTo(world, wilg, email)]
    const answers = await Promise.all(guests.map(({ token }) => refusalOf(accept(world, token))))
    expect(answers.toSorted()).toEqual(['invitation.account_exists', 'not refused'])
    const open = guests[answers.indexOf('invitation.account_exists')]
    expect(await inspect(world, open?.token ?? '')).toMatchObject({ hasAccount: true })
    expect(await world.asOwner((tx) => tx.login.count({ where: { email } }))).toBe(1)
  })
})

describe('the invitation of an operator', () => {
  /** As the command makes it: by nobody who is a member. */
  async function invitedOperator(world: World): Promise<Invited> {
    const { makeOperator } = await import('../commands/make-operator.ts')
    const { random, clock } = world.platform
    const email = `beheer-${random.uuid()}@example.nl`
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

  it('leads into the platform’s own house, over the second step', async ({ world }) => {
    const { token, email } = await invitedOperator(world)
    expect(await inspect(world, token)).toMatchObject({
      purpose: 'operator',
      email,
      tenantName: null,
      hasAccount: false,
    })
    expect(await accept(world, token)).toEqual({ step: 'enroll' })
    expect(await refusalOf(accept(world, token))).toBe('link.gone')
  })

  it('is good for three days', async ({ world, clock }) => {
    const { token } = await invitedOperator(world)
    clock.advance(hours(72))
    expect(await refusalOf(accept(world, token))).toBe('link.gone')
  })
})

type House = Given<'world' | 'tenant'>

/** A colleague who may invite, and somebody whom they invited. */
async function invitedByColleague({
  world,
  tenant,
}: Given<'world' | 'tenant'>): Promise<{ colleague: Person; guest: Invited }> {
  const colleague = await world.addPerson(tenant, 'administrator')
  const guest = await invite(world, await world.signIn(colleague), tenant)
  return { colleague, guest }
}

const inviteTo = async (world: World, tenant: Tenant, email: string) =>
  invite(world, await world.signIn(tenant.holder), tenant, { email })
