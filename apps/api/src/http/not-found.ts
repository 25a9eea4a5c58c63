import type { FastifyRequest } from 'fastify'
import { Problem } from '../problem.ts'
import type { App } from './edge.ts'
import { sendProblem } from './problems.ts'

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const
const OURS = /^\/(api|oauth|\.well-known|livez|readyz|metrics)(\/|$|\?)/

/** An address of the API that is none is a problem; another is a page, which the pages' own router knows (or not). */
export function registerNotFound(app: App): void {
  app.setNotFoundHandler((request, reply) => {
    if (isPage(request) && app.edge.platform.settings.pagesDirectory !== null) {
      return reply.header('cache-control', 'no-cache').sendFile('index.html')
    }
    const allowed = METHODS.filter((method) => isRoute(app, method, pathOf(request)))
    if (allowed.length === 0) return sendProblem(request, reply, new Problem('request.not_found'))
    reply.header('allow', allowed.join(', '))
    return sendProblem(request, reply, new Problem('request.method_not_allowed'))
  })
}

function isPage(request: FastifyRequest): boolean {
  const reads = request.method === 'GET' || request.method === 'HEAD'
  const path = pathOf(request)
  return reads && !OURS.test(path) && !/\.[a-z0-9]{2,5}$/i.test(path)
}

function pathOf(request: FastifyRequest): string {
  return request.url.split('?', 1)[0] ?? '/'
}

/** Whether an endpoint of that method lives at this address, parameters included. */
function isRoute(app: App, method: string, path: string): boolean {
  return app.edge.routes.some((route) => route.method === method && route.pattern.test(path))
}
