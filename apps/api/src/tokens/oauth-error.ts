import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { isUnavailable } from '@keyholder/prisma'
import { Problem } from '../problem.ts'

/** The words of RFC 6749 §5.2 and, for what they do not cover, of §4.1.2.1. */
type OAuthErrorCode =
  | 'invalid_request'
  | 'invalid_client'
  | 'invalid_scope'
  | 'unsupported_grant_type'
  | 'temporarily_unavailable'
  | 'server_error'

/** A refusal of the token endpoint, which speaks the words of OAuth and not those of our own table. */
export class OAuthError extends Error {
  readonly code: OAuthErrorCode
  readonly status: number
  readonly retryAfterSeconds: number | null

  constructor(code: OAuthErrorCode, description: string, { retryAfterSeconds = null, cause }: Details = {}) {
    super(description, { cause })
    this.name = 'OAuthError'
    this.code = code
    this.status = STATUSES[code]
    this.retryAfterSeconds = retryAfterSeconds
  }
}

type Details = { retryAfterSeconds?: number | null; cause?: unknown }

const STATUSES: Record<OAuthErrorCode, number> = {
  invalid_request: 400,
  invalid_client: 401,
  invalid_scope: 400,
  unsupported_grant_type: 400,
  temporarily_unavailable: 503,
  server_error: 500,
}
const COME_BACK_SECONDS = 3

