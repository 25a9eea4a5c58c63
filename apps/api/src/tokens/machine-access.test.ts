import { BASE_PATH, contracts, type Definition } from '@keyholder/contracts'
import { describe, expect } from 'vitest'
import { hours, minutes, seconds } from '../platform/clock.fake.ts'
import { it } from '../testing/it.ts'
import { callAs, fetchToken, makeMachine, newestLink, pickUp } from '../testing/machine.ts'
import type { Tenant, World } from '../testing/world.ts'

describe('an access token', () => {
  it('lists the users of its organisation and of no other', async ({ world, tenant, machine, token }) => {
    const { place } = await makePlace(world, 'De Buren')
    const { status, json } = await callAs(world, token)
    const ids = Object(json).items.map(({ id }: { id: string }) => id)
    expect(status).toBe(200)
    expect(ids.sort()).toEqual([machine.id, tenant.holder.membershipId].sort())
    const search = await callAs(world, token, 'GET', `/api/v1/users?search=${encodeURIComponent(place.holder.email)}`)
    expect(Object(search.json).items).toEqual([])
  })

  it.for(CLOSED.map((definition) => [`${definition.method} ${definition.path}`, definition] as const))(
    'TOK-08: does not open %s',
    async ([_, definition], { world, tenant, token }) => {
      const { status } = await callAs(world, token, definition.method, urlOf(tenant, definition))
      expect(status).toBe(401)
    },
  )

  it('TOK-08: is no cookie, of a session or of a sign-in', async ({ world, token }) => {
    for (const name of ['keyholder', 'keyholder-sign-in']) {
      const headers = { cookie: `${name}=${token}` }
      for (const url of ['/api/v1/session', '/api/v1/users', '/api/v1/sign-in']) {
        expect((await world.visitor().send('GET', url, { headers })).status).toBe(401)
      }
    }
  })

  it('TOK-08: cannot be a session token, and no session counts beside it', async ({ world, holder }) => {
    const session = holder.cookies.get('keyholder') ?? ''
    expect((await callAs(world, session)).status).toBe(401)
    const headers = { authorization: 'Bearer nothing' }
    expect((await holder.send('GET', '/api/v1/users', { headers })).status).toBe(401)
    expect((await holder.send('GET', '/api/v1/users')).status).toBe(200)
  })

  it('TOK-10: opens nothing when the API user has lost its scope', async ({ world }) => {
    const place = await makePlace(world, 'De Es')
    await world.asOwner(
      (tx) => tx.$executeRaw`UPDATE api_users SET scopes = '{}' WHERE tenant_id = ${place.place.tenantId}::uuid`,
    )
    const { status, json, headers } = await callAs(world, place.token)
    expect([status, Object(json).code]).toEqual([403, 'token.insufficient_scope'])
    expect(headers['www-authenticate']).toBe('Bearer error="insufficient_scope"')
  })

  it('lives fifteen minutes', async ({ world, clock, machine }) => {
    const fresh = await fetchToken(world, machine)
    const madeAt = Math.floor(clock.now().getTime() / 1000) * 1000
    clock.advance(madeAt + minutes(15) - seconds(1) - clock.now().getTime())
    expect((await callAs(world, fresh)).status).toBe(200)
    clock.advance(seconds(1))
    expect((await callAs(world, fresh)).status).toBe(401)
  })

  it('is made and judged by one clock, wherever that stands', async ({ world, clock, machine }) => {
    clock.advance(-hours(2))
    expect((await callAs(world, await fetchToken(world, machine))).status).toBe(200)
    clock.advance(hours(2))
  })
})

describe('an access token ends at once', () => {
  it('when its API user is deactivated, and does not come back when that one does', async ({ world }) => {
    const { owner, made, token } = await makePlace(world, 'De Wilg')
    expect((await callAs(world, token)).status).toBe(200)
    await owner.api.users.deactivate({ params: { id: made.id } })
    expect((await callAs(world, token)).status).toBe(401)
    await owner.api.users.reactivate({ params: { id: made.id } })
    expect((await callAs(world, token)).status).toBe(401)
    expect((await callAs(world, await fetchToken(world, made))).status).toBe(200)
  })

  it('when a new credential is picked up', async ({ world }) => {
    const { owner, made, token } = await makePlace(world, 'De Beuk')
    await owner.api.apiUsers.sendCredentialLink({ params: { id: made.id } })
    expect((await callAs(world, token)).status).toBe(200)
    await pickUp(world, await newestLink(world, made.id))
    expect((await callAs(world, token)).status).toBe(401)
  })

  type Change = (world: World, tenantId: string) => Promise<unknown>
  const changes: Record<string, Change> = {
    'its membership is deactivated': (world, tenantId) =>
      world.asOwner((tx) =>
        tx.membership.updateMany({ where: { tenantId, kind: 'api' }, data: { status: 'deactivated' } }),
      ),
    'its credential is revoked': (world, tenantId) =>
      world.asOwner((tx) =>
        tx.apiCredential.updateMany({ where: { homeTenantId: tenantId }, data: { revokedAt: world.clock.now() } }),
      ),
    'its epoch is raised': (world, tenantId) =>
      world.asOwner((tx) =>
        tx.apiUser.updateMany({ where: { homeTenantId: tenantId }, data: { epoch: { increment: 1 } } }),
      ),
    'the package is suspended': (world, tenantId) =>
      world.asOwner((tx) => tx.package.updateMany({ where: { tenantId }, data: { status: 'suspended' } })),
  }

  it.for(Object.keys(changes))('when %s', async (why, { world }) => {
    const { place, token } = await makePlace(world, `Praktijk waar ${why}`)
    expect((await callAs(world, token)).status).toBe(200)
    await changes[why]?.(world, place.tenantId)
    expect((await callAs(world, token)).status).toBe(401)
  })
})

/** A place of its own, for a test that takes something away. */
const makePlace = async (world: World, name: string) => {
  const place = await world.addTenant(name)
  const owner = await world.signIn(place.holder)
  const made = await makeMachine(world, owner)
  return { place, owner, made, token: await fetchToken(world, made) }
}

const ENDPOINTS = Object.values(contracts).flatMap((capability): Definition[] => Object.values(capability))
const CLOSED = ENDPOINTS.filter(({ access, machines }) => access !== 'public' && !machines)
const urlOf = (tenant: Tenant, { path }: Definition) =>
  `${BASE_PATH}${path.replaceAll(/:\w+/g, tenant.holder.membershipId)}`
