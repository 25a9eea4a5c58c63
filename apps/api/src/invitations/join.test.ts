import { describe, expect } from 'vitest'
import { accept, inspect, memberOf } from '../testing/accepting.ts'
import type { Caller } from '../testing/caller.ts'
import { type Invited, invite } from '../testing/invited.ts'
import { type Given, it } from '../testing/it.ts'
import { refusalOf } from '../testing/refusal.ts'
import { costOf } from '../testing/trace.ts'
import type { SignedIn } from '../testing/world.ts'

describe('an invitation of a person who has an account elsewhere', () => {
  async function invitedElsewhere({ world, tenant }: Given<'world' | 'tenant'>) {
    const wilg = await world.addTenant('De Wilg')
    const person = await world.addPerson(wilg, 'reader', { name: 'Els van Dijk' })
    const caller = await world.signIn(tenant.holder)
    const guest = await invite(world, caller, tenant, { email: person.email, role: 'editor' })
    return { wilg, person, caller, guest }
  }

  it('looks to the inviter as any other: nothing tells that the account existed (LNK-09)', async ({
    world,
    tenant,
  }) => {
    const { caller, guest } = await invitedElsewhere({ world, tenant })
    const stranger = await invite(world, caller, tenant, { role: 'editor' })
    const shown = async ({ membershipId }: Invited) => {
      const answer = await caller.send('GET', `/api/v1/users/${membershipId}`)
      return { ...(answer.json as object), id: '', name: '', email: '' }
    }
    expect(await shown(guest)).toEqual(await shown(stranger))
    expect((await memberOf(world, guest)).userId).toBeNull()
  })

  it('is not accepted by choosing a password, which uses nothing up', async ({ world, tenant }) => {
    const { person, guest } = await invitedElsewhere({ world, tenant })
    expect(await inspect(world, guest.token)).toMatchObject({ hasAccount: true, email: person.email })
    const cost = await costOf(world, async () => {
      expect(await refusalOf(accept(world, guest.token))).toBe('invitation.account_exists')
    })
    expect(cost).not.toContain('hash')
    expect(await inspect(world, guest.token)).toMatchObject({ hasAccount: true })
    expect((await world.signIn(person)).cookies.has('keyholder')).toBe(true)
  })

  it('is joined by signing in: the same account in one organisation more (LNK-09)', async ({
    world,
    tenant,
    audit,
  }) => {
    const { wilg, person, guest } = await invitedElsewhere({ world, tenant })
    const caller = await world.signIn(person)
    expect(await join(caller, guest.token)).toEqual({ tenantId: tenant.tenantId })
    expect(await memberOf(world, guest)).toMatchObject({
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
      (await audit.events()).find(
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

  it('cannot be joined by another account, which uses nothing up (LNK-01)', async ({ world, tenant, as }) => {
    const { person, guest } = await invitedElsewhere({ world, tenant })
    const other: SignedIn = await as('administrator')
    expect(await refusalOf(join(other, guest.token))).toBe('link.other_account')
    expect(
      (await world.stranger().send('POST', '/api/v1/invitations/join', { body: { token: guest.token } })).status,
    ).toBe(401)
    expect(await join(await world.signIn(person), guest.token)).toEqual({ tenantId: tenant.tenantId })
  })

  it('is joined once, of many at once', async ({ world, tenant }) => {
    const { person, guest } = await invitedElsewhere({ world, tenant })
    const caller = await world.signIn(person)
    const answers = await Promise.all(Array.from({ length: 20 }, () => refusalOf(join(caller, guest.token))))
    expect(answers.filter((answer) => answer === 'not refused')).toHaveLength(1)
    expect(new Set(answers)).toEqual(new Set(['not refused', 'link.gone']))
  })

  it('of a person who is a member already is refused', async ({ world, clock, tenant }) => {
    const { person, guest } = await invitedElsewhere({ world, tenant })
    const caller = await world.signIn(person)
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
        createdAt: clock.now(),
      }
      return tx.membership.createMany({ data: [{ ...row, ...common, roleId: tenant.roleIds.reader }] })
    })
    expect(await refusalOf(join(caller, guest.token))).toBe('user.exists')
    expect((await memberOf(world, guest)).status).toBe('invited')
  })

  it('does not fit when the seats were taken meanwhile', async ({ world, tenant }) => {
    const es = await world.addTenant('De Es', { seats: 2 })
    const { person } = await invitedElsewhere({ world, tenant })
    const guest = await invite(world, await world.signIn(es.holder), es, { email: person.email })
    await world.asOwner((tx) => tx.package.updateMany({ where: { tenantId: es.tenantId }, data: { seats: 1 } }))
    expect(await refusalOf(join(await world.signIn(person), guest.token))).toBe('package.seats_full')
    expect((await memberOf(world, guest)).status).toBe('invited')
  })

  it('is no door for other links', async ({ world, tenant, inbox }) => {
    const { person } = await invitedElsewhere({ world, tenant })
    const caller = await world.signIn(person)
    await world.stranger().api.passwordReset.request({ body: { email: person.email } })
    expect(await refusalOf(join(caller, await inbox.token(person.membershipId)))).toBe('link.gone')
    expect(await refusalOf(join(caller, 'x'.repeat(43)))).toBe('link.gone')
  })
})

const join = (caller: Caller, token: string) => caller.api.invitations.join({ body: { token } })
