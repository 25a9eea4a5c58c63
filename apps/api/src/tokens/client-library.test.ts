import * as client from 'openid-client'
import { describe, expect } from 'vitest'
import { it as base } from '../testing/it.ts'
import type { Machine } from '../testing/machine.ts'
import type { World } from '../testing/world.ts'

const it = base.extend('address', { scope: 'file' }, ({ world }) => world.app.listen({ host: '127.0.0.1', port: 0 }))

describe('openid-client', () => {
  it.for([
    ['client_secret_basic', ({ clientSecret }: Machine) => client.ClientSecretBasic(clientSecret)],
    ['client_secret_post', ({ clientSecret }: Machine) => client.ClientSecretPost(clientSecret)],
  ] as const)(
    'finds the token endpoint by itself, gets a token with %s and lists the users',
    async ([_, authentication], { world, machine, address }) => {
      const found = await discover({ world, machine, address }, authentication(machine))
      const tokens = await client.clientCredentialsGrant(found, { scope: 'users:read' })
      expect(tokens).toMatchObject({ token_type: 'bearer', scope: 'users:read', expires_in: 900 })
      const users = new URL('/api/v1/users', world.origin)
      const answer = await client.fetchProtectedResource(found, tokens.access_token, users, 'GET')
      expect(await answer.json()).toMatchObject({ count: 2 })
    },
  )

  it('is told by the words of the RFC what is wrong', async ({ world, machine, address }) => {
    const found = await discover({ world, machine, address }, client.ClientSecretBasic('wrong'))
    await expect(client.clientCredentialsGrant(found)).rejects.toMatchObject({ status: 401, cause: expect.anything() })
    const scoped = await discover({ world, machine, address }, client.ClientSecretPost(machine.clientSecret))
    const wider = client.clientCredentialsGrant(scoped, { scope: 'users:read audit:read' })
    await expect(wider).rejects.toMatchObject({ error: 'invalid_scope', status: 400 })
  })

  it('is told that its access token is not valid', async ({ world, machine, address }) => {
    const found = await discover({ world, machine, address }, client.ClientSecretPost(machine.clientSecret))
    const users = new URL('/api/v1/users', world.origin)
    const refused = client.fetchProtectedResource(found, 'nonsense', users, 'GET')
    await expect(refused).rejects.toMatchObject({
      cause: [{ scheme: 'bearer', parameters: { error: 'invalid_token' } }],
    })
  })
})

type Caller = { world: World; machine: Machine; address: string }

function discover({ world, machine, address }: Caller, authentication: client.ClientAuth) {
  // Over a real socket. The public address is the configured one, as behind a proxy.
  const throughProxy: client.CustomFetch = (url, { body, ...init }) =>
    fetch(url.replace(world.origin, address), body === undefined ? init : { ...init, body })
  return client.discovery(new URL(world.origin), machine.clientId, undefined, authentication, {
    algorithm: 'oauth2',
    execute: [client.allowInsecureRequests],
    [client.customFetch]: throughProxy,
  })
}
