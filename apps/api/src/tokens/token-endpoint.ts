import { TOKEN_PATH } from '@keyholder/contracts'
import type { Scope } from '@keyholder/domain'
import type { Protocol, ProtocolAnswer, ProtocolContext, ProtocolRequest } from '../http/protocol.ts'
import { signAccessToken, TOKEN_LIFETIME_SECONDS, type TokenMaker } from './access-token.ts'
import { authenticateClient } from './authenticate-client.ts'
import { grantScopes } from './grant-scopes.ts'
import { answerOAuthError, OAuthError, tooManyTries } from './oauth-error.ts'
import { readTokenRequest } from './read-token-request.ts'
import type { RecordIssue } from './record-issue.ts'

type Issuer = { maker: TokenMaker; recordIssue: RecordIssue }

/** `POST /oauth/token`: client credentials by RFC 6749 §4.4. */
export function tokenEndpoint(issuer: Issuer): Protocol {
  return {
    body: { type: 'application/x-www-form-urlencoded', as: 'string', limitBytes: 16 * 1024 },
    admit: refuseCompressed,
    answerError: answerOAuthError,
    routes: [
      { methods: ['POST'], path: TOKEN_PATH, handle: (request, context) => issueToken(issuer, request, context) },
    ],
  }
}

function refuseCompressed({ headers }: Omit<ProtocolRequest, 'body'>): void {
  if (headers['content-encoding'] === undefined) return
  throw new OAuthError('invalid_request', 'Send the body as it is, not compressed.')
}

async function issueToken(
  { maker, recordIssue }: Issuer,
  { url, headers, body }: ProtocolRequest,
  context: ProtocolContext,
): Promise<ProtocolAnswer> {
  const { platform, now } = context
  const { credentials, scope } = readTokenRequest({ url, authorization: headers.authorization, body })
  const client = await authenticateClient(context, credentials)
  const scopes = await grantScopes(context, client, scope)
  const tokenId = platform.random.uuid()
  const token = await signAccessToken(maker, { client, scopes, tokenId, now })
  const wait = await recordIssue({ context, client, scopes, tokenId })
  if (wait !== null) throw tooManyTries(wait)
  // RFC 6749 §5.1 asks for both.
  return { body: tokenAnswer(token, scopes), headers: { 'cache-control': 'no-store', pragma: 'no-cache' } }
}

function tokenAnswer(token: string, scopes: readonly Scope[]) {
  return { access_token: token, token_type: 'Bearer', expires_in: TOKEN_LIFETIME_SECONDS, scope: scopes.join(' ') }
}
