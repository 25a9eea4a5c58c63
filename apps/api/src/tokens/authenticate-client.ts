import { timingSafeEqual } from 'node:crypto'
import type { ProtocolContext } from '../http/protocol.ts'
import { type Recorded, record } from '../identity/audit/record.ts'
import { clientSecretHash } from '../identity/clients/client-credential.ts'
import { type Client, findClient } from '../identity/clients/find-client.ts'
import { PLATFORM_TENANT } from '../identity/tenants/platform-tenant.ts'
import { sourceBucketKey } from '../identity/throttle/bucket-key.ts'
import { countAttempt } from '../identity/throttle/throttle.ts'
import { OAuthError, tooManyTries } from './oauth-error.ts'
import type { ClientCredentials } from './read-token-request.ts'

/**
 * Who is asking: the client whose secret was shown. An unknown client and a wrong secret get the same answer at the same
 * cost. Nobody is shut out by the wrong secrets of others: 256 bits are not guessed, so the count bounds the work only.
 * @throws OAuthError `invalid_client`; after many from one source, too many
 */
export async function authenticateClient(
  context: ProtocolContext,
  credentials: ClientCredentials | null,
): Promise<Client> {
  if (!credentials) {
    await countFailure(context)
    throw new OAuthError('invalid_client', 'Show client id and secret, as client_secret_basic or client_secret_post.')
  }
  const client = await findClient(context.signIn, credentials.clientId)
  const shown = clientSecretHash(credentials.clientSecret)
  const isRight = timingSafeEqual(shown, client?.secretHash ?? NO_HASH)
  if (client && isRight) return client
  await countFailure(context)
  await recordFailure(context, client, credentials.clientId)
  throw new OAuthError('invalid_client', 'The client id or the secret is wrong.')
}

const NO_HASH = Buffer.alloc(32)

async function countFailure(context: ProtocolContext): Promise<void> {
  const source = { name: 'tokenFailureBySource', parts: [sourceBucketKey(context)] } as const
  const wait = await countAttempt(context.signIn, context.now, [source])
  if (wait !== null) throw tooManyTries(wait)
}

/** An unknown client is kept as a keyed hash only: people paste secrets into the wrong field (AUD-13). */
async function recordFailure(context: ProtocolContext, client: Client | null, clientId: string): Promise<void> {
  const refused = { action: 'token.refused', outcome: 'failure' } as const
  const event: Recorded = client
    ? {
        ...refused,
        tenantId: client.tenantId,
        reason: 'secret',
        object: { kind: 'user', id: client.membershipId, name: client.name },
      }
    : {
        ...refused,
        tenantId: PLATFORM_TENANT,
        reason: 'client.unknown',
        object: { kind: 'client', name: context.platform.keyedHash.hash('client', clientId) },
      }
  await context.signIn.write((tx) => record(tx, context, event))
}
