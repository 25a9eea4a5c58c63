import { Agent, request } from 'node:http'
import type { AttackSetup } from './attack-setup.ts'

export type Shot = { path: string; body?: unknown; cookies?: Record<string, string> }
export type Hit = { status: number; body: string; milliseconds: number; cookies: Record<string, string> }

const agent = new Agent({ keepAlive: true, maxSockets: 128 })
let sources = 0

/** One request to one of the two processes, by turns, from an address of its own. */
export function fire({ ports, origin }: AttackSetup, { path, body, cookies = {} }: Shot, turn: number): Promise<Hit> {
  sources += 1
  const { promise, resolve, reject } = Promise.withResolvers<Hit>()
  const startedAt = performance.now()
  const payload = body === undefined ? '' : JSON.stringify(body)
  const cookie = Object.entries(cookies).map(([name, value]) => `${name}=${value}`)
  const outgoing = request(
    {
      agent,
      host: '127.0.0.1',
      port: ports[turn % ports.length],
      path: `/api/v1${path}`,
      method: 'POST',
      headers: {
        origin,
        ...(payload === '' ? {} : { 'content-type': 'application/json' }),
        'content-length': Buffer.byteLength(payload),
        'x-forwarded-for': `2001:db8:${(sources >> 16).toString(16)}:${(sources & 0xffff).toString(16)}::1`,
        ...(cookie.length > 0 ? { cookie: cookie.join('; ') } : {}),
      },
    },
    (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('error', reject)
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          body: Buffer.concat(chunks).toString(),
          milliseconds: performance.now() - startedAt,
          cookies: cookiesOf(response.headers['set-cookie'] ?? []),
        }),
      )
    },
  )
  outgoing.on('error', reject)
  outgoing.end(payload)
  return promise
}

function cookiesOf(lines: readonly string[]): Record<string, string> {
  return Object.fromEntries(lines.map((line) => /^([^=]+)=([^;]*)/.exec(line)?.slice(1) ?? []))
}
