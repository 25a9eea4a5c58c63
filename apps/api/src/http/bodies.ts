import type { FastifyRequest } from 'fastify'
import { Problem } from '../problem.ts'
import type { App } from './edge.ts'

const JSON_ONLY = /^application\/json(; ?charset=utf-8)?$/i

/** Bodies are JSON and say so exactly: whatever else is refused before it is read (INP-09). */
export function registerBodies(app: App): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('application/json', { parseAs: 'string' }, app.getDefaultJsonParser('error', 'error'))
  app.addHook('onRequest', refuseOtherBodies)
}

async function refuseOtherBodies(request: FastifyRequest): Promise<void> {
  const type = request.headers['content-type']
  const brings = request.headers['content-length'] !== undefined || request.headers['transfer-encoding'] !== undefined
  if (type === undefined && (!brings || request.headers['content-length'] === '0')) return
  if (type === undefined || !JSON_ONLY.test(type)) throw new Problem('request.not_json')
  if (request.headers['content-encoding'] !== undefined) throw new Problem('request.not_json')
}
