import { type Definition, needsStrong } from '@keyholder/contracts'
import { FRESH_SECONDS, isStrong, type Permission } from '@keyholder/domain'
import type { FastifyRequest } from 'fastify'
import type { Actor, Attempt } from '../context.ts'
import { Problem } from '../problem.ts'
import { readCookies } from './cookies.ts'

/** How callers are recognised. Each is one statement in the database; none is remembered past the request. */
export type Guard = {
  /** @returns the actor of a session token, or null for every doubt */
  findSession(token: string): Promise<Actor | null>
  findAttempt(token: string): Promise<Attempt | null>
  /** @throws Problem when the bearer token is not to be believed */
  findMachine(bearer: string): Promise<Actor>
  now(): Date
}

export type Caller = { attempt?: Attempt; actor?: Actor }

/** The one guard. It reads what the contract says and decides before the body is even parsed. */
export function requireAccess(guard: Guard, definition: Definition) {
  return async (request: FastifyRequest): Promise<void> => {
    const { access } = definition
    if (access === 'public') return
    if (access === 'attempt' || access.startsWith('attempt:')) {
      request.caller = { attempt: await requireAttempt(guard, request, access) }
      return
    }
    const actor = await requireActor(guard, request, definition)
    if (access !== 'session') requirePermission(actor, access.slice('can:'.length))
    if (needsStrong(definition)) requireStrong(actor)
    if (definition.fresh) requireFresh(actor, guard.now())
    request.caller = { actor }
  }
}

async function requireAttempt(guard: Guard, request: FastifyRequest, access: string): Promise<Attempt> {
  const token = readCookies(request).attempt
  const attempt = token ? await guard.findAttempt(token) : null
  if (!attempt) throw new Problem('attempt.missing')
  const step = access.slice('attempt:'.length)
  if (step && step !== attempt.step) throw new Problem('attempt.wrong_step', { reason: attempt.step })
  return attempt
}

/** A bearer token counts only where the contract lets machines in, and there nothing else counts beside it. */
async function requireActor(guard: Guard, request: FastifyRequest, definition: Definition): Promise<Actor> {
  const bearer = bearerOf(request)
  if (bearer !== null && definition.machines) return guard.findMachine(bearer)
  const token = readCookies(request).session
  const actor = token ? await guard.findSession(token) : null
  if (!actor) throw new Problem('session.missing')
  return actor
}

function requirePermission(actor: Actor, permission: string): void {
  const held: readonly string[] = actor.rights.permissions satisfies readonly Permission[]
  if (held.includes(permission)) return
  throw new Problem(actor.kind === 'api' ? 'token.insufficient_scope' : 'session.forbidden')
}

/** The e-mail code opens a session that administers nothing: one mailbox would be both steps (ENR-24). */
function requireStrong({ session }: Actor): void {
  if (session && !isStrong(session.secondFactor)) throw new Problem('session.weak')
}

function requireFresh(actor: Actor, now: Date): void {
  const at = actor.session?.secondFactorAt.getTime() ?? 0
  if (now.getTime() - at > FRESH_SECONDS * 1000) throw new Problem('session.not_fresh')
}

/** The token of an Authorization header, or null when there is none. */
export function bearerOf(request: FastifyRequest): string | null {
  const match = /^Bearer +([^\s,]+)$/i.exec(request.headers.authorization ?? '')
  return match?.[1] ?? null
}
