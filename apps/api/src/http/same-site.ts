import type { FastifyRequest } from 'fastify'
import { Problem } from '../problem.ts'
import { bearerOf } from './access.ts'
import type { App } from './edge.ts'

const SAFE = ['GET', 'HEAD', 'OPTIONS']

/**
 * Requests that change something come from our own pages: the browser says so in Sec-Fetch-Site, or in Origin.
 * A bearer token is not sent by browsers on their own, so where one counts there is nothing to forge.
 */
export function registerSameSite(app: App): void {
  const { publicUrl } = app.edge.platform.settings
  const origin = new URL(publicUrl).origin
  app.addHook('onRequest', async (request: FastifyRequest) => {
    if (SAFE.includes(request.method)) return
    if (request.routeOptions.config.definition?.machines && bearerOf(request) !== null) return
    const site = request.headers['sec-fetch-site']
    const own = site === undefined ? request.headers.origin === origin : site === 'same-origin'
    if (!own) throw new Problem('request.cross_site')
  })
}
