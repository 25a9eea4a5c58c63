import type { IncomingHttpHeaders } from 'node:http'
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import type { PublicContext } from '../context.ts'
import type { App } from './edge.ts'
import { factsOf } from './request-facts.ts'

type Method = 'GET' | 'POST'

/** What a caller sent, as a standard has it: nothing is parsed for the handler but the body, and that as its reader says. */
export type ProtocolRequest = { method: string; url: string; headers: IncomingHttpHeaders; body: unknown }

export type ProtocolContext = Pick<PublicContext, 'platform' | 'request' | 'now' | 'signIn'>

/** What goes back. `body` is sent as JSON unless it is a text of the `type` given; without one the answer is empty (204). */
export type ProtocolAnswer = {
  body?: unknown
  status?: number
  type?: string
  headers?: Readonly<Record<string, string>>
}

type ProtocolRoute = {
  methods: readonly [Method, ...Method[]]
  path: `/${string}`
  handle(request: ProtocolRequest, context: ProtocolContext): Promise<ProtocolAnswer>
}

/** How the routes of one standard read bodies, refuse and say what went wrong. */
export type Protocol = {
  /** How a body is read: which content type, as what, and how many bytes at most. Without it none is taken. */
  body?: { type: string; as: 'string' | 'buffer'; limitBytes: number }
  /** Asked before the body is read. @throws to refuse */
  admit?(request: Omit<ProtocolRequest, 'body'>): void
  /** What an error becomes in the words of the standard; without it, a problem like everywhere. */
  answerError?(error: FastifyError, log: FastifyRequest['log']): ProtocolAnswer
  routes: readonly ProtocolRoute[]
}

/**
 * Serves what a standard prescribes: paths, forms, errors and field names are those that every library of it knows, so these are no
 * endpoints of our contracts. Handlers get a request and a context, and never touch the reply.
 */
export async function serveProtocol(app: App, { body, admit, answerError, routes }: Protocol): Promise<void> {
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    if (body) {
      const { type, as: parseAs, limitBytes: bodyLimit } = body
      scope.addContentTypeParser(type, { parseAs, bodyLimit }, (_, content, done) => done(null, content))
    }
    if (admit) scope.addHook('onRequest', async (request) => admit(requestOf(request)))
    if (answerError) {
      scope.setErrorHandler<FastifyError>((error, request, reply) => send(reply, answerError(error, request.log)))
    }
    for (const route of routes) addRoute(scope, route)
  })
}

function addRoute(scope: App, { methods, path: url, handle }: ProtocolRoute): void {
  const { platform, routes } = scope.edge
  for (const method of methods) {
    scope.route({
      method,
      url,
      exposeHeadRoute: method === 'GET' && methods.length === 1,
      handler: async (request, reply) => {
        const now = platform.clock.now()
        const context = { platform, request: factsOf(request), now, signIn: platform.database.signIn }
        return send(reply, await handle({ ...requestOf(request), body: request.body }, context))
      },
    })
    routes.push({ method, pattern: new RegExp(`^${url.replaceAll('.', String.raw`\.`)}$`) })
  }
}

function requestOf({ method, url, headers }: FastifyRequest) {
  return { method, url, headers }
}

function send(reply: FastifyReply, { body, status, type, headers = {} }: ProtocolAnswer): FastifyReply {
  reply.headers(headers).code(status ?? (body === undefined ? 204 : 200))
  if (type) reply.type(type)
  return reply.send(body)
}
