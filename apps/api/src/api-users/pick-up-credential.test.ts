import { describe, expect } from 'vitest'
import { sourceBucketKey } from '../identity/throttle/bucket-key.ts'
import { hours, minutes, seconds } from '../platform/clock.fake.ts'
import { it } from '../testing/it.ts'
import { callAs, fetchToken, makeApiUser, makeMachine, newestLink, pickUp } from '../testing/machine.ts'
import type { Tenant, World } from '../testing/world.ts'

describe('picking a credential up', () => {
  it('shows client id and secret, and where to go with them', async ({ world, tenant, holder }) => {
    const { id, token } = await makeApiUser(world, holder)
    const picked = await pickUp(world, token)
    expect(picked.clientId).toMatch(/^cli_[\w-]{22}$/)
    expect(picked.clientSecret).toMatch(/^khs_[\w-]{43}$/)
    expect(picked).toMatchObject({
      tokenEndpoint: 'http://localhost:3000/oauth/token',
      apiBase: 'http://localhost:3000/api/v1',
      scopes: ['users:read'],
    })
    const event = await world.asOwner((tx) =>
      tx.auditEvent.findFirst({
        where: { action: 'api-user.credential-picked-up', objectId: id },
        select: { tenantId: true, actorId: true, after: true },
      }),
    )
    expect(event).toEqual({ tenantId: tenant.tenantId, actorId: id, after: { clientId: picked.clientId } })
  })

  it('TOK-05: shows the secret once; afterwards there are its last four characters only', async ({ world, holder }) => {
    const { id, token } = await makeApiUser(world, holder)
    const { clientId, clientSecret } = await pickUp(world, token)
    const { body } = await holder.send('GET', `/api/v1/api-users/${id}`)
    expect(JSON.parse(body).credential).toMatchObject({ clientId, lastFour: clientSecret.slice(-4), lastUsedAt: null })
    expect(body).not.toContain(clientSecret.slice(0, -4))
    await expect(pickUp(world, token)).rejects.toThrow('link.gone')
  })

  it('works for one of fifty who try with the same link at once', async ({ world, holder }) => {
    const { id, token } = await makeApiUser(world, holder)
    const tries = await Promise.allSettled(Array.from({ length: 50 }, () => pickUp(world, token)))
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const refused = tries.flatMap((tried) => (tried.status === 'rejected' ? [String(tried.reason.problem.code)] : []))
    expect(new Set(refused)).toEqual(new Set(['link.gone']))
    const member = await world.asOwner((tx) =>
      tx.membership.findFirstOrThrow({ where: { id }, select: { userId: true } }),
    )
    expect(await world.asOwner((tx) => tx.apiCredential.count({ where: { userId: member.userId ?? '' } }))).toBe(1)
  })

  it('again ends the earlier credential and its access tokens at once', async ({ world, holder }) => {
    const before = await makeMachine(world, holder)
    const oldToken = await fetchToken(world, before)
    const epoch = await epochOf(world, before.id)
    expect((await callAs(world, oldToken)).status).toBe(200)
    await holder.api.apiUsers.sendCredentialLink({ params: { id: before.id } })
    const after = await pickUp(world, await newestLink(world, before.id))
    expect((await callAs(world, oldToken)).status).toBe(401)
    expect(await epochOf(world, before.id)).toBe(epoch + 1)
    await expect(fetchToken(world, before)).rejects.toThrow()
    expect((await callAs(world, await fetchToken(world, after))).status).toBe(200)
  })

  it('works until 72 hours have passed and no longer', async ({ world, clock }) => {
    const place = await world.addTenant('De Wilg')
    const owner = await world.signIn(place.holder)
    const [first, second] = [await makeApiUser(world, owner), await makeApiUser(world, owner)]
    clock.advance(hours(72) - seconds(1))
    await expect(pickUp(world, first.token)).resolves.toHaveProperty('clientId')
    clock.advance(seconds(1))
    await expect(pickUp(world, second.token)).rejects.toThrow('link.gone')
  })

  it('stops after many tries from one source', async ({ world, clock }) => {
    const guesser = world.visitor('198.51.100.7')
    const guess = () => guesser.api.apiUsers.pickUpCredential({ body: { token: 'A'.repeat(43) } })
    clock.advance(minutes(16))
    const now = clock.now()
    const bucketKey = sourceBucketKey({ platform: world.platform, request: { ip: '198.51.100.7' } })
    const counter = { key: `linkBySource|${bucketKey}|900`, count: 119, windowStartedAt: now }
    await world.asOwner((tx) =>
      tx.throttleCounter.createMany({ data: [{ ...counter, windowEndsAt: new Date(now.getTime() + minutes(15)) }] }),
    )
    await expect(guess()).rejects.toThrow('link.gone')
    await expect(guess()).rejects.toThrow('request.too_many')
  })
})

describe('a credential link is gone', () => {
  const takeFromAdministrators = (world: World, { roleIds }: Tenant, permission: string) =>
    world.asOwner((tx) => tx.rolePermission.deleteMany({ where: { roleId: roleIds.administrator, permission } }))
  type Made = { id: string; place: Tenant; sender: string }
  const change: Record<string, (world: World, made: Made) => Promise<unknown>> = {
    'when the API user is deactivated': (world, { id }) =>
      world.asOwner((tx) => tx.membership.updateMany({ where: { id }, data: { status: 'deactivated' } })),
    'when the package is suspended': (world, { place }) =>
      world.asOwner((tx) =>
        tx.package.updateMany({ where: { tenantId: place.tenantId }, data: { status: 'suspended' } }),
      ),
    'when the package has no room for users any more': (world, { place }) =>
      world.asOwner((tx) =>
        tx.package.updateMany({ where: { tenantId: place.tenantId }, data: { kind: 'provider', seats: 1 } }),
      ),
    'when its sender is deactivated': (world, { sender }) =>
      world.asOwner((tx) => tx.membership.updateMany({ where: { id: sender }, data: { status: 'deactivated' } })),
    'when its sender may no longer make API users': (world, { place }) =>
      takeFromAdministrators(world, place, 'api-users:manage'),
    'when its sender has lost a scope that is in it': (world, { place }) =>
      takeFromAdministrators(world, place, 'users:read'),
  }

  it.for(Object.keys(change))('%s', async (reason, { world }) => {
    const place = await world.addTenant(`Praktijk ${reason}`)
    const administrator = await world.signIn(await world.addPerson(place, 'administrator'))
    const { id, token } = await makeApiUser(world, administrator)
    await change[reason]?.(world, { id, place, sender: administrator.person.membershipId })
    await expect(pickUp(world, token)).rejects.toThrow('link.gone')
    expect(await world.asOwner((tx) => tx.apiCredential.count({ where: { homeTenantId: place.tenantId } }))).toBe(0)
  })

  it('but another member with the rights can send a new one', async ({ world }) => {
    const place = await world.addTenant('De Beuk')
    const administrator = await world.signIn(await world.addPerson(place, 'administrator'))
    const { id } = await makeApiUser(world, administrator)
    const owner = await world.signIn(place.holder)
    await owner.api.users.deactivate({ params: { id: administrator.person.membershipId } })
    await owner.api.apiUsers.sendCredentialLink({ params: { id } })
    await expect(pickUp(world, await newestLink(world, id))).resolves.toHaveProperty('clientId')
  })
})

/** What every access token is held against. */
const epochOf = async (world: World, membershipId: string) =>
  world.asOwner(async (tx) => {
    const where = { user: { memberships: { some: { id: membershipId } } } }
    return (await tx.apiUser.findFirstOrThrow({ where, select: { epoch: true } })).epoch
  })
