import { OAuthError } from './oauth-error.ts'
import { decodeFormText, parseForm } from './parse-form.ts'

export type ClientCredentials = { clientId: string; clientSecret: string }
export type TokenRequest = { credentials: ClientCredentials | null; scope: string | null }

type Sent = { url: string; authorization: string | undefined; body: unknown }

/**
 * Reads a request for a token, by the letter of RFC 6749 §2.3.1, §3.2 and §4.4.2.
 * @throws OAuthError `invalid_request` or `unsupported_grant_type`
 */
export function readTokenRequest({ url, authorization, body }: Sent): TokenRequest {
  // URLs end up in other people's logs: parameters in them are refused with a sentence (TOK-03).
  if (url.includes('?')) throw new OAuthError('invalid_request', 'Send every parameter in the body.')
  const form = parseForm(typeof body === 'string' ? body : '')
  if (!form) throw new OAuthError('invalid_request', 'The form is not well encoded, or a parameter is there twice.')
  requireClientCredentialsGrant(form.get('grant_type'))
  return { credentials: credentialsOf(authorization, form), scope: form.get('scope') ?? null }
}

/** The one grant there is: no password, no refresh token, nothing of a person (TOK-02). */
function requireClientCredentialsGrant(grant: string | undefined): void {
  if (grant === undefined) throw new OAuthError('invalid_request', 'grant_type is needed.')
  if (grant !== 'client_credentials') {
    throw new OAuthError('unsupported_grant_type', 'The only grant type here is client_credentials.')
  }
}

/** Either client_secret_basic or client_secret_post; null when the client does not say who it is. */
function credentialsOf(authorization: string | undefined, form: Map<string, string>): ClientCredentials | null {
  const clientId = form.get('client_id')
  const clientSecret = form.get('client_secret')
  if (authorization === undefined) return clientId && clientSecret ? { clientId, clientSecret } : null
  const basic = readBasic(authorization)
  // The client's name may be there twice when it is the same; its secret may not.
  if (clientSecret !== undefined || (basic && clientId !== undefined && clientId !== basic.clientId)) {
    throw new OAuthError('invalid_request', 'Authenticate in one way only: in the header or in the body.')
  }
  return basic
}

/** RFC 7617, with both halves form-encoded before as RFC 6749 §2.3.1 has it. */
function readBasic(authorization: string): ClientCredentials | null {
  const [, encoded = ''] = /^Basic +([A-Za-z0-9+/]+={0,2})$/i.exec(authorization) ?? []
  const text = Buffer.from(encoded, 'base64').toString('utf8')
  const colon = text.indexOf(':')
  if (colon < 0) return null
  const clientId = decodeFormText(text.slice(0, colon))
  const clientSecret = decodeFormText(text.slice(colon + 1))
  return clientId && clientSecret ? { clientId, clientSecret } : null
}
