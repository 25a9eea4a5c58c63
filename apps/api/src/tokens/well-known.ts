import { SCOPES } from '@keyholder/domain'
import type { App } from '../http/edge.ts'
import { urlsOf } from '../settings.ts'
import { ALGORITHM } from './signing-keys.ts'

const FIVE_MINUTES = 'public, max-age=300'

/** What OAuth client libraries look up by themselves: where tokens are got (RFC 8414) and by which keys they are checked. */
export function registerWellKnown(app: App): void {
  const { issuer, tokenEndpoint, keys, documentation } = urlsOf(app.edge.platform.settings)

  app.get('/.well-known/oauth-authorization-server', async (_, reply) => {
    reply.header('cache-control', FIVE_MINUTES)
    return {
      issuer,
      token_endpoint: tokenEndpoint,
      jwks_uri: keys,
      scopes_supported: SCOPES,
      response_types_supported: [],
      grant_types_supported: ['client_credentials'],
      token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
      service_documentation: documentation,
    }
  })

  app.get('/.well-known/jwks.json', async (_, reply) => {
    const known = await app.tokens.keys.all()
    reply.header('cache-control', FIVE_MINUTES).type('application/jwk-set+json')
    const described = known.map(({ kid, publicJwk }) => ({ ...publicJwk, kid, alg: ALGORITHM, use: 'sig' }))
    return JSON.stringify({ keys: described })
  })
}
