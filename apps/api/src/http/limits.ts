import rateLimit from '@fastify/rate-limit'
import type { Definition } from '@keyholder/contracts'
import { sourceOf } from '@keyholder/domain'
import { Problem } from '../problem.ts'
import type { Settings } from '../settings.ts'
import type { App } from './edge.ts'
import { ipOf } from './request-facts.ts'

/**
 * A coarse gate in each process, before anything is read or asked of the database. What must hold over all processes is
 * counted in the database by the use cases.
 */
export async function registerLimits(app: App): Promise<void> {
  const { settings } = app.edge.platform
  await app.register(rateLimit, {
    global: true,
    max: settings.requestsPerMinute,
    timeWindow: 60_000,
    // The files of the pages cost nothing, and one page is many of them: a hospital behind one address opens a lot of pages.
    allowList: (request) => request.url.startsWith('/assets/'),
    keyGenerator: (request) => sourceOf(ipOf(request)),
    errorResponseBuilder: (_, context) =>
      new Problem('request.too_many', { retryAfterSeconds: Math.ceil(context.ttl / 1000) }),
  })
}

/** A route with a limit of its own gets the lower of the two. */
export function limitOf({ perMinute }: Definition, { requestsPerMinute }: Settings) {
  if (!perMinute) return {}
  return { max: Math.min(perMinute, requestsPerMinute), timeWindow: 60_000 }
}
