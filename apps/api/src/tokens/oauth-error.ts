import { isUnavailable } from '@keyholder/prisma'
import type { FastifyBaseLogger, FastifyError } from 'fastify'
import type { ProtocolAnswer } from '../http/protocol.ts'
import { Problem } from '../problem.ts'

/** The words of RFC 6749 §5.2, and of §4.1.2.1 for what is our fault. */
const STATUSES = {
  invalid_request: 400,
  invalid_client: 401,
  invalid_scope: 400,
  unsupported_grant_type: 400,
  temporarily_unavailable: 503,
  server_error: 500,
} as const

type Details = { status?: number; retryAfterSeconds?: number; cause?: unknown }

/** A refusal of the token endpoint, which speaks the words of OAuth and not those of our own table. */
export class OAuthError extends Error {
  readonly code: keyof typeof STATUSES
  readonly details: Details

  constructor(code: keyof typeof STATUSES, description: string, details: Details = {}) {
    super(description, { cause: details.cause })
    this.name = 'OAuthError'
    this.code = code
    this.details = details
  }
}

/** RFC 6749 has no word for too many: the status says it (RFC 6585 §4). */
export function tooManyTries(retryAfterSeconds: number): OAuthError {
  return new OAuthError('temporarily_unavailable', 'Too many requests.', { status: 429, retryAfterSeconds })
}

/** Whatever goes wrong at the token endpoint leaves as RFC 6749 §5.2 says, and repeats nothing of what was sent. */
export function answerOAuthError(error: FastifyError, log: FastifyBaseLogger): ProtocolAnswer {
  const { code, message, details } = oauthErrorOf(error)
  const { status = STATUSES[code], retryAfterSeconds, cause } = details
  if (status >= 500) log.error({ err: cause }, 'token request failed')
  const headers = {
    ...(retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) }),
    ...(code === 'invalid_client' ? { 'www-authenticate': 'Basic realm="Keyholder", charset="UTF-8"' } : {}),
  }
  return { status, headers, body: { error: code, error_description: message } }
}

const COME_BACK_SECONDS = 3

function oauthErrorOf(error: FastifyError): OAuthError {
  if (error instanceof OAuthError) return error
  if (error instanceof Problem) return tooManyTries(error.details.retryAfterSeconds ?? COME_BACK_SECONDS)
  if (isUnavailable(error)) {
    const details = { retryAfterSeconds: COME_BACK_SECONDS, cause: error }
    return new OAuthError('temporarily_unavailable', 'The service is busy. Try again in a moment.', details)
  }
  const status = error.statusCode ?? 500
  if (status === 413) return new OAuthError('invalid_request', 'The request is too large.', { status })
  if (status === 415)
    return new OAuthError('invalid_request', 'Send the parameters as application/x-www-form-urlencoded.')
  if (status < 500) return new OAuthError('invalid_request', 'The request cannot be read.')
  return new OAuthError('server_error', 'Something failed on our side.', { cause: error })
}
