import { PROBLEMS, type ProblemCode } from '@keyholder/domain'
import { isUnavailable } from '@keyholder/prisma'
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { HashQueueFull } from '../platform/password-hash.ts'
import { Problem } from '../problem.ts'
import type { App } from './edge.ts'

const COME_BACK_SECONDS = 3

/** Everything that goes wrong leaves here, in one shape and without inner words. */
export function registerProblems(app: App): void {
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    const problem = problemOf(error)
    if (PROBLEMS[problem.code].status >= 500) request.log.error({ err: problem.cause ?? error }, 'request failed')
    return sendProblem(request, reply, problem)
  })
}

/** Writes a problem: RFC 9457, with Retry-After where waiting helps. */
export function sendProblem(request: FastifyRequest, reply: FastifyReply, problem: Problem): FastifyReply {
  const { status, sentence } = PROBLEMS[problem.code]
  const { reason, retryAfterSeconds, errors, told } = problem.details
  if (retryAfterSeconds !== undefined) reply.header('retry-after', String(retryAfterSeconds))
  const challenge = CHALLENGES[problem.code]
  if (challenge) reply.header('www-authenticate', challenge)
  return reply
    .code(status)
    .type('application/problem+json; charset=utf-8')
    .serializer((body: unknown) => JSON.stringify(body))
    .send({
      type: `/api/docs#${problem.code}`,
      title: sentence,
      status,
      code: problem.code,
      requestId: request.id,
      ...(retryAfterSeconds === undefined ? {} : { retryAfter: retryAfterSeconds }),
      ...(reason === undefined ? {} : { reason }),
      ...(told === undefined ? {} : { told }),
      ...(errors === undefined ? {} : { errors }),
    })
}

// RFC 6750 §3: the header that answers a bearer token.
const CHALLENGES: Partial<Record<ProblemCode, string>> = {
  'token.invalid': 'Bearer error="invalid_token"',
  'token.insufficient_scope': 'Bearer error="insufficient_scope"',
}

function problemOf(error: FastifyError): Problem {
  if (error instanceof Problem) return error
  if (error instanceof HashQueueFull) return new Problem('server.busy', { retryAfterSeconds: error.retryAfterSeconds })
  if (isUnavailable(error)) return new Problem('server.busy', { retryAfterSeconds: COME_BACK_SECONDS, cause: error })
  const status = typeof error?.statusCode === 'number' ? error.statusCode : 500
  return new Problem(BY_STATUS[status] ?? (status >= 400 && status < 500 ? 'request.invalid' : 'server.failed'), {
    cause: error,
  })
}

const BY_STATUS: Record<number, ProblemCode> = {
  404: 'request.not_found',
  405: 'request.method_not_allowed',
  408: 'request.timeout',
  413: 'request.too_large',
  415: 'request.not_json',
  429: 'request.too_many',
  503: 'server.busy',
}
