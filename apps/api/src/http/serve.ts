import { BASE_PATH, type Definition, type Parsed, type Returned, type Schema } from '@keyholder/contracts'
import type { RouteOptions } from 'fastify'
import * as z from 'zod/mini'
import type { ContextOf, Platform } from '../context.ts'
import { Problem } from '../problem.ts'
import { requireAccess } from './access.ts'
import { cookiesFor } from './cookies.ts'
import type { App } from './edge.ts'
import { limitOf } from './limits.ts'
import { parse } from './parse.ts'
import { factsOf } from './request-facts.ts'

export type { App }
export type Handler<D extends Definition> = (input: Parsed<D>, context: ContextOf<D['access']>) => Promise<Returned<D>>
export type Handlers<C extends Record<string, Definition>> = { [K in keyof C]: Handler<C[K]> }

/**
 * Makes the routes of one capability from its contracts. What a request goes through, in this order: limits, access,
 * parsing, the use case, the writer.
 */
export function serve<C extends Record<string, Definition>>(app: App, capability: C, handlers: Handlers<C>): void {
  for (const key of Object.keys(capability)) {
    const definition = capability[key]
    const handler = handlers[key]
    if (!definition || !handler) throw new Error(`No handler for ${key}.`)
    app.route(routeOf(app, definition, handler))
    const pattern = new RegExp(`^${BASE_PATH}${definition.path.replaceAll(/:\w+/g, '[^/]+')}$`)
    app.edge.routes.push({ method: definition.method, pattern })
  }
}

function routeOf(
  app: App,
  definition: Definition,
  handler: (input: never, context: never) => Promise<unknown>,
): RouteOptions {
  const { platform, guard, heavyReads } = app.edge
  const status = definition.returns ? (definition.status ?? 200) : (definition.status ?? 204)
  return {
    method: definition.method,
    url: `${BASE_PATH}${definition.path}`,
    config: { definition, rateLimit: limitOf(definition, platform.settings) },
    schema: definition.returns ? { response: { [status]: writerSchema(definition.returns) } } : {},
    onRequest: definition.hashes ? [refuseWhenHashesWait(platform)] : [],
    // In preParsing, not onRequest: the rate limiter runs first and so counts refused requests too.
    preParsing: requireAccess(guard, definition),
    handler: async (request, reply) => {
      const input = parse(definition, request)
      const caller = request.caller
      const { cookies, write } = cookiesFor(reply, platform.settings)
      const context = {
        platform,
        request: factsOf(request),
        now: platform.clock.now(),
        cookies,
        signIn: platform.database.signIn,
        ...(caller?.attempt ? { attempt: caller.attempt } : {}),
        ...(caller?.actor ? { actor: caller.actor, db: platform.database.forTenant(caller.actor.tenantId) } : {}),
      }
      // @ts-expect-error handlers of all endpoints meet here; each was checked against its own contract by `serve`.
      const work = () => handler(input, context)
      const value = await (definition.heavy && caller?.actor ? heavyReads(caller.actor.tenantId, work) : work())
      write()
      return reply.code(status).send(value)
    },
  }
}

/** A flood of sign-ins is refused before it costs a body or the database; other requests go on (RTL-13). */
function refuseWhenHashesWait({ passwords }: Platform) {
  return async () => {
    if (passwords.isFull()) throw new Problem('server.busy', { retryAfterSeconds: HASH_RETRY_SECONDS })
  }
}

const HASH_RETRY_SECONDS = 2

/** The JSON Schema from which the answer is written: fields that it does not name do not leave. */
function writerSchema(returns: Schema): Record<string, unknown> {
  // @ts-expect-error the contracts hold schemas by their shallow shape; every one is zod's.
  const { $schema: _, ...schema } = z.toJSONSchema(returns, {
    target: 'draft-7',
    io: 'input',
    unrepresentable: 'throw',
  })
  return schema
}
