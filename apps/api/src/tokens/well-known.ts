import { SCOPES } from '@keyholder/domain'
import type { Platform } from '../context.ts'
import type { Protocol, ProtocolAnswer } from '../http/protocol.ts'
import { ALGORITHM } from '../platform/signing-keys.ts'
import { urlsOf } from '../settings.ts'

const FOR_FIVE_MINUTES = { 'cache-control': 'public, max-age=300' }

/** What OAuth client libraries look up: where to get tokens (RFC 8414) and the keys to verify them. */
export function wellKnown(platform: Platform): Protocol {
  return {
    routes: [
      {
        methods: ['GET'],
        path: '/.well-known/oauth-authorization-server',
        handle: async () => describeServer(platform),
      },
      { methods: ['GET'], path: '/.well-known/jwks.json', handle: () => listKeys(platform) },
    ],
  }
}

function describeServer({ settings }: Platform): ProtocolAnswer {
  const { issuer, tokenEndpoint, keys, documentation } = urlsOf(settings)
  const body = {
    issuer,
    token_endpoint: tokenEndpoint,
    jwks_uri: keys,
    scopes_supported: SCOPES,
    response_types_supported: [],
    grant_types_supported: ['client_credentials'],
    token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
    service_documentation: documentation,
  }
  return { body, headers: FOR_FIVE_MINUTES }
}

async function listKeys({ signingKeys }: Platform): Promise<ProtocolAnswer> {
  const known = await signingKeys.all()
  const keys = known.map(({ kid, publicJwk }) => ({ ...publicJwk, kid, alg: ALGORITHM, use: 'sig' }))
  return { body: JSON.stringify({ keys }), type: 'application/jwk-set+json', headers: FOR_FIVE_MINUTES }
}
