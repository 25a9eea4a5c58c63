import type { FastifyRequest } from 'fastify'
import type { RequestFacts } from '../context.ts'
import { readCookies } from './cookies.ts'

const LONGEST_USER_AGENT = 300

/** What the audit log and the throttle may know of a request. */
export function factsOf(request: FastifyRequest): RequestFacts {
  return {
    id: request.id,
    ip: ipOf(request),
    userAgent: printable(request.headers['user-agent'] ?? '').slice(0, LONGEST_USER_AGENT),
    deviceCookie: readCookies(request).device,
  }
}

/** `request.ip` is undefined once the socket has closed, whatever its type says. */
export function ipOf(request: FastifyRequest): string {
  return request.ip ?? 'unknown'
}

/** A header can hold any byte; what is stored and shown is plain text. */
function printable(value: string): string {
  return value.replace(/[^\x20-\x7e]/g, '?')
}
