import { describe, expect } from 'vitest'
import { days, hours, minutes } from '../platform/clock.fake.ts'
import { it } from '../testing/it.ts'
import { fetchToken, makeApiUser, newestLink, pickUp } from '../testing/machine.ts'
import type { World } from '../testing/world.ts'

describe('making an API user', () => {
  it('gives an active user with the role API and no way into the pages', async ({ world, tenant, holder }) => {
    const made = await holder.api.apiUsers.create(BODY)
    expect(made).toMatchObject({ kind: 'api', name: 'Dashboard', email: 'developer@example.nl', status: 'active' })
    expect(made.role).toEqual({ id: tenant.roleIds.api, name: 'API', builtIn: 'api', rank: 10 })
    const { items } = await holder.api.users.list({ query: { kind: 'api' } })
    expect(items.find(({ id }) => id === made.id)).toEqual(made)
    expect(await world.asOwner((tx) => tx.login.count({ where: { email: NEW.contactEmail } }))).toBe(0)
  })

  it('mails the contact a link that lives 72 hours, and writes the event', async ({ world, clock, tenant, holder }) => {
    const made = await holder.api.apiUsers.create(BODY)
    const read = await holder.api.apiUsers.read({ params: { id: made.id } })
    expect(Date.parse(read.linkExpiresAt ?? '')).toBe(clock.now().getTime() + hours(72))
    expect(read).toMatchObject({ responsible: NEW.responsible, scopes: ['users:read'], credential: null })
    expect(await newestLink(world, made.id)).toMatch(/^[\w-]{43}$/)
    const event = (await eventsOf(world, 'api-user.created')).at(-1)
    expect(event).toMatchObject({ tenantId: tenant.tenantId, outcome: 'success', objectId: made.id })
    expect(event?.after).toEqual({ responsible: NEW.responsible, contactEmail: NEW.contactEmail, scopes: 'users:read' })
  })

  it.for(['entry', 'provider'] as const)('is not possible in a package %s, which says so', async (kind, { world }) => {
    const small = await world.addTenant(`Praktijk ${kind}`, { package: kind })
    const owner = await world.signIn(small.holder)
    await expect(owner.api.apiUsers.create(BODY)).rejects.toThrow('package.has_no_users')
    const denied = (await eventsOf(world, 'api-user.created')).at(-1)
    expect(denied).toMatchObject({ tenantId: small.tenantId, outcome: 'denied', reason: 'package.has_no_users' })
  })

  it('gives no scope that the maker does not have', async ({ world }) => {
    const other = await world.addTenant('De Es')
    const administrator = await world.signIn(await world.addPerson(other, 'administrator'))
    await world.asOwner((tx) =>
      tx.rolePermission.deleteMany({ where: { roleId: other.roleIds.administrator, permission: 'users:read' } }),
    )
    await expect(administrator.api.apiUsers.create(BODY)).rejects.toThrow('scope.not_grantable')
    expect(await world.asOwner((tx) => tx.apiUser.count({ where: { homeTenantId: other.tenantId } }))).toBe(0)
  })

  it('asks for a fresh second step, and for the permission', async ({ world, clock, as }) => {
    const old = await world.signIn((await world.addTenant('De Els')).holder)
    clock.advance(minutes(11))
    await expect(old.api.apiUsers.create(BODY)).rejects.toThrow('session.not_fresh')
    const editor = await as('editor')
    await expect(editor.api.apiUsers.create(BODY)).rejects.toThrow('session.forbidden')
    await expect(world.visitor().api.apiUsers.create(BODY)).rejects.toThrow('session.missing')
  })

  it('stops after as many mails a day as an organisation may send', async ({ world, clock }) => {
    const busy = await world.addTenant('De Iep')
    const owner = await world.signIn(busy.holder)
    const now = clock.now()
    const counter = { key: `invitationByTenant|${busy.tenantId}|86400`, count: 200, windowStartedAt: now }
    await world.asOwner((tx) =>
      tx.throttleCounter.createMany({ data: [{ ...counter, windowEndsAt: new Date(now.getTime() + days(1)) }] }),
    )
    await expect(owner.api.apiUsers.create(BODY)).rejects.toThrow('request.too_many')
  })
})

describe('an API user of another organisation', () => {
  it('is not found, exactly as one that never was, and neither is a person', async ({ world, holder }) => {
    const stranger = await world.signIn((await world.addTenant('De Vreemde')).holder)
    await world.stepUp(holder)
    const { id } = await holder.api.apiUsers.create(BODY)
    const answers = await Promise.all(
      [id, '00000000-0000-7000-8000-00000000dead', stranger.person.membershipId].flatMap((wanted) => [
        stranger.send('GET', `/api/v1/api-users/${wanted}`),
        stranger.send('POST', `/api/v1/api-users/${wanted}/credential-link`),
      ]),
    )
    const seen = answers.map(({ status, json }) => ({ status, code: Object(json).code }))
    expect(seen).toEqual(Array(6).fill({ status: 404, code: 'user.not_found' }))
  })
})

describe('sending a new link', () => {
  it('makes the earlier one worthless and leaves the credential that works alone', async ({
    world,
    holder,
    machine,
  }) => {
    await world.stepUp(holder)
    const sent = await holder.api.apiUsers.sendCredentialLink({ params: { id: machine.id } })
    expect(sent.credential?.clientId).toBe(machine.clientId)
    const first = await newestLink(world, machine.id)
    await holder.api.apiUsers.sendCredentialLink({ params: { id: machine.id } })
    await expect(pickUp(world, first)).rejects.toThrow('link.gone')
    await expect(fetchToken(world, machine)).resolves.toContain('.')
    await expect(pickUp(world, await newestLink(world, machine.id))).resolves.toHaveProperty('clientSecret')
    expect((await eventsOf(world, 'api-user.credential-link-sent')).at(-1)).toMatchObject({
      objectId: machine.id,
      outcome: 'success',
    })
  })

  it('three at once leaves one link open; the fourth of a day is too many', async ({ world, holder }) => {
    await world.stepUp(holder)
    const { id } = await makeApiUser(world, holder)
    const send = () => holder.api.apiUsers.sendCredentialLink({ params: { id } })
    await Promise.all([send(), send(), send()])
    const open = { membershipId: id, usedAt: null, voidedAt: null }
    expect(await world.asOwner((tx) => tx.link.count({ where: open }))).toBe(1)
    await expect(send()).rejects.toThrow('request.too_many')
  })

  it('is not possible for a deactivated API user', async ({ world, holder }) => {
    await world.stepUp(holder)
    const { id } = await makeApiUser(world, holder)
    await holder.api.users.deactivate({ params: { id } })
    await expect(holder.api.apiUsers.sendCredentialLink({ params: { id } })).rejects.toThrow('user.wrong_status')
  })

  it('is for those who outrank it and have all of its scopes', async ({ world }) => {
    const place = await world.addTenant('De Berk')
    const owner = await world.signIn(place.holder)
    const administrator = await world.signIn(await world.addPerson(place, 'administrator'))
    const { id } = await makeApiUser(world, owner)
    const send = () => administrator.api.apiUsers.sendCredentialLink({ params: { id } })
    await world.asOwner((tx) => tx.role.updateMany({ where: { id: place.roleIds.api }, data: { rank: 80 } }))
    await expect(send()).rejects.toThrow('user.outranks_you')
    await world.asOwner((tx) => tx.role.updateMany({ where: { id: place.roleIds.api }, data: { rank: 10 } }))
    await world.asOwner((tx) =>
      tx.rolePermission.deleteMany({ where: { roleId: place.roleIds.administrator, permission: 'users:read' } }),
    )
    await expect(send()).rejects.toThrow('scope.not_grantable')
    const denied = (await eventsOf(world, 'api-user.credential-link-sent')).filter(
      ({ outcome }) => outcome === 'denied',
    )
    expect(denied.map(({ reason }) => reason)).toEqual(['user.outranks_you', 'scope.not_grantable'])
  })
})

const NEW = {
  name: 'Dashboard',
  responsible: 'Els de Boer',
  contactEmail: 'developer@example.nl',
  language: 'nl',
  scopes: ['users:read'],
} as const

const BODY = { body: { ...NEW, scopes: ['users:read' as const] } }

const eventsOf = (world: World, action: string) =>
  world.asOwner((tx) =>
    tx.auditEvent.findMany({
      where: { action },
      orderBy: { id: 'asc' },
      select: { tenantId: true, outcome: true, reason: true, objectId: true, actorName: true, after: true },
    }),
  )
