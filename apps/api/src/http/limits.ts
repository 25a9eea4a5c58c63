import rateLimit from '@fastify/rate-limit'
import type { Definition } from '@keyholder/contracts'
import { sourceOf } from '@keyholder/domain'
import { Problem } from '../problem.ts'
import type { App } from './edge.ts'

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
    keyGenerator: (request) => sourceOf(request.ip),
    errorResponseBuilder: (_, context) =>
      new Problem('request.too_many', { retryAfterSeconds: Math.ceil(context.ttl / 1000) }),
  })
}

/** A route with a limit of its own gets it only when it is the lower of the two. */
export function limitOf(definition: Definition) {
  if (!definition.perMinute) return {}
  const own = definition.perMinute
  return { max: own, timeWindow: 60_000 }
}
