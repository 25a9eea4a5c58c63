import { timingSafeEqual } from 'node:crypto'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { Problem } from '../problem.ts'
import { bearerOf } from './access.ts'
import type { App } from './edge.ts'

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

/**
 * `/metrics` for Prometheus: the process, requests by route and status, and how many passwords wait to be hashed. It names
 * routes and never ids. Asks for its bearer token where one is set; without one it is off in production.
 */
export function registerMetrics(app: App): void {
  const { settings, passwords } = app.edge.platform
  if (settings.metricsToken === '') return
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  const duration = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time to answer, by route and status',
    labelNames: ['method', 'route', 'status'],
    buckets: SECONDS,
    registers,
  })
  new Gauge({
    name: 'password_hash_queue',
    help: 'Passwords being hashed or waiting for it',
    registers,
    collect() {
      this.set(passwords.depth())
    },
  })
  new Counter({
    name: 'password_hash_unreadable_total',
    help: 'Stored password hashes that were changed, or whose pepper is gone: alert on any',
    registers,
    collect() {
      this.reset()
      this.inc(passwords.unreadable())
    },
  })
  app.addHook('onResponse', async (request, reply) => {
    const labels = {
      method: request.method,
      route: request.routeOptions.url ?? 'none',
      status: String(reply.statusCode),
    }
    duration.observe(labels, reply.elapsedTime / 1000)
  })
  app.get('/metrics', async (request, reply) => {
    if (!mayRead(settings.metricsToken, bearerOf(request))) throw new Problem('session.missing')
    return reply.type(registry.contentType ?? 'text/plain').send(await registry.metrics())
  })
}

function mayRead(token: string | null, given: string | null): boolean {
  if (token === null) return true
  const [wanted, shown] = [Buffer.from(token), Buffer.from(given ?? '')]
  return wanted.length === shown.length && timingSafeEqual(wanted, shown)
}
