import { randomUUID } from 'node:crypto'
import { type FastifyServerOptions, LogController } from 'fastify'
import type { Platform } from '../context.ts'
import type { App } from './edge.ts'
import { unreadable } from './unreadable.ts'

const SECOND = 1000
const BODY_LIMIT = 64 * 1024

/** The server: its limits, and a log that holds an allow-list of fields and nothing else. */
export function serverOptions({ settings }: Platform): FastifyServerOptions {
  return {
    logger: settings.logLevel === 'silent' ? false : { level: settings.logLevel, serializers: { err: describeError } },
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    trustProxy: settings.trustedProxies.length > 0 ? [...settings.trustedProxies] : false,
    bodyLimit: BODY_LIMIT,
    requestTimeout: 15 * SECOND,
    connectionTimeout: 20 * SECOND,
    keepAliveTimeout: 72 * SECOND,
    forceCloseConnections: 'idle',
    return503OnClosing: true,
    exposeHeadRoutes: true,
    ...unreadable,
  }
}

/** One line a request: never a body, a header, a query or a cookie. */
export function registerLog(app: App): void {
  app.addHook('onResponse', async (request, reply) => {
    request.log.info({
      method: request.method,
      // The pattern, not the address: no id of anybody.
      route: request.routeOptions.url ?? 'none',
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    })
  })
}

/** An error's name, code and place. Its message may quote input, so it stays out. */
function describeError(error: unknown) {
  if (!(error instanceof Error)) return { type: typeof error, message: '', stack: '' }
  const code = 'code' in error ? String(error.code) : ''
  const frames = (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at '))
  return { type: error.name, message: code, stack: frames.slice(0, 8).join('\n') }
}
