import { randomUUID } from 'node:crypto'
import type { Socket } from 'node:net'
import { PROBLEMS, type ProblemCode } from '@keyholder/domain'
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { Problem } from '../problem.ts'
import { BARE_HEADERS } from './headers.ts'
import { sendProblem } from './problems.ts'

/** Answers to requests that never reach a route and its hooks: the same bodies, written by hand. */
export const unreadable = { frameworkErrors: refuseAddress, clientErrorHandler: refuseBytes }

/** An address that cannot be decoded, or holds an endless id. It is not repeated in the answer. */
function refuseAddress(error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  const code = error.code === 'FST_ERR_BAD_URL' ? 'request.invalid' : 'request.not_found'
  sendProblem(request, reply.headers(BARE_HEADERS), new Problem(code))
}

/** Bytes that are no HTTP, that two servers could read in two ways, or that come too slowly: one answer and no more. */
function refuseBytes(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return
  if (socket.writable) socket.write(answerTo(CODES[error.code ?? ''] ?? 'request.invalid'))
  socket.destroy()
}

const CODES: Partial<Record<string, ProblemCode>> = {
  ERR_HTTP_REQUEST_TIMEOUT: 'request.timeout',
  HPE_HEADER_OVERFLOW: 'request.too_large',
}

function answerTo(code: ProblemCode): string {
  const { status, sentence: title } = PROBLEMS[code]
  const body = JSON.stringify({ type: `/api/docs#${code}`, title, status, code, requestId: randomUUID() })
  const headers = {
    ...BARE_HEADERS,
    'content-type': 'application/problem+json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    connection: 'close',
  }
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
  return [`HTTP/1.1 ${status} ${REASONS[status] ?? 'Bad Request'}`, ...lines, '', body].join('\r\n')
}

const REASONS: Record<number, string> = { 408: 'Request Timeout', 413: 'Content Too Large' }
