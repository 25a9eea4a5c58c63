import type { Scope } from '@keyholder/domain'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { App } from '../http/edge.ts'
import { factsOf } from '../http/request-facts.ts'
import { TOKEN_PATH } from '../settings.ts'
import { signAccessToken, TOKEN_LIFETIME_SECONDS } from './access-token.ts'
import { authenticateClient } from './authenticate-client.ts'
import { grantScopes } from './grant-scopes.ts'
import { OAuthError, sendOAuthError, tooManyTries } from './oauth-error.ts'
import { readTokenRequest } from './read-token-request.ts'

const FORM = 'application/x-www-form-urlencoded'
const BODY_LIMIT = 16 * 1024

/**
 * `POST /oauth/token`: client credentials by RFC 6749 §4.4. Not an endpoint of our contracts: the form, the errors and the
 * names of the fields are those that every OAuth client library knows.
 */
export function registerTokenEndpoint(app: App): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser(FORM, { parseAs: 'string', bodyLimit: BODY_LIMIT }, (_, body, done) => done(null, body))
  app.setErrorHandler(sendOAuthError)
  app.addHook('onRequest', refuseCompressed)
  app.post(TOKEN_PATH, (request, reply) => issueToken(app, request, reply))
  app.edge.routes.push({ method: 'POST', pattern: new RegExp(`^${TOKEN_PATH}$`) })
}

async function refuseCompressed(request: FastifyRequest): Promise<void> {
  if (request.headers['content-encoding'] === undefined) return
  throw new OAuthError('invalid_request', 'Send the body as it is, not compressed.')
}

async function issueToken(app: App, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { url, body } = request
  const { credentials, scope } = readTokenRequest({ url, authorization: request.headers.authorization, body })
  const { platform } = app.edge
  const now = platform.clock.now()
  const context = { platform, request: factsOf(request), now, signIn: platform.database.signIn }
  const client = await authenticateClient(context, credentials)
  const scopes = await grantScopes(context, client, scope)
  const tokenId = platform.random.uuid()
  const token = await signAccessToken(app, { client, scopes, tokenId, now })
  const wait = await app.tokens.recordIssue({ context, client, scopes, tokenId })
  if (wait !== null) throw tooManyTries(wait)
  // RFC 6749 §5.1 asks for both.
  reply.header('cache-control', 'no-store').header('pragma', 'no-cache')
  return reply.send(tokenAnswer(token, scopes))
}

function tokenAnswer(token: string, scopes: readonly Scope[]) {
  return { access_token: token, token_type: 'Bearer', expires_in: TOKEN_LIFETIME_SECONDS, scope: scopes.join(' ') }
}
