import * as client from 'openid-client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Machine, makeMachine } from '../testing/machine.ts'
import { createWorld, type World } from '../testing/world.ts'

let world: World
let machine: Machine
let address: string
beforeAll(async () => {
  world = await createWorld()
  machine = await makeMachine(world, await world.signIn((await world.addTenant('De Linde')).holder))
  address = await world.app.listen({ host: '127.0.0.1', port: 0 })
})
afterAll(() => world.close())

/** Over a real socket. The public address is the configured one, as behind a proxy. */
const throughProxy: client.CustomFetch = (url, { body, ...init }) =>
  fetch(url.replace(world.origin, address), body === undefined ? init : { ...init, body })

const discover = (authentication: client.ClientAuth, clientId = machine.clientId) =>
  client.discovery(new URL(world.origin), clientId, undefined, authentication, {
    algorithm: 'oauth2',
    execute: [client.allowInsecureRequests],
    [client.customFetch]: throughProxy,
  })

describe('openid-client', () => {
  it.each([
    ['client_secret_basic', () => client.ClientSecretBasic(machine.clientSecret)],
    ['client_secret_post', () => client.ClientSecretPost(machine.clientSecret)],
  ])('finds the token endpoint by itself, gets a token with %s and lists the users', async (_, authentication) => {
    const found = await discover(authentication())
    const tokens = await client.clientCredentialsGrant(found, { scope: 'users:read' })
    expect(tokens).toMatchObject({ token_type: 'bearer', scope: 'users:read', expires_in: 900 })
    const users = new URL('/api/v1/users', world.origin)
    const answer = await client.fetchProtectedResource(found, tokens.access_token, users, 'GET')
    expect(await answer.json()).toMatchObject({ count: 2 })
  })

  it('is told by the words of the RFC what is wrong', async () => {
    const found = await discover(client.ClientSecretBasic('wrong'))
    await expect(client.clientCredentialsGrant(found)).rejects.toMatchObject({ status: 401, cause: expect.anything() })
    const scoped = await discover(client.ClientSecretPost(machine.clientSecret))
    const wider = client.clientCredentialsGrant(scoped, { scope: 'users:read audit:read' })
    await expect(wider).rejects.toMatchObject({ error: 'invalid_scope', status: 400 })
  })

  it('is told that its access token is not valid', async () => {
    const found = await discover(client.ClientSecretPost(machine.clientSecret))
    const users = new URL('/api/v1/users', world.origin)
    const refused = client.fetchProtectedResource(found, 'nonsense', users, 'GET')
    await expect(refused).rejects.toMatchObject({
      cause: [{ scheme: 'bearer', parameters: { error: 'invalid_token' } }],
    })
  })
})
