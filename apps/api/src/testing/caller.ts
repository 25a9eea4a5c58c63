import { type Client, createClient } from '@keyholder/contracts/client'
import type { App } from '../http/serve.ts'

/** Somebody at a browser, or a program: keeps cookies between requests, as those do. */
export type Caller = {
  /** The typed client of the whole interface. */
  api: Client
  cookies: Map<string, string>
  /** Any request at all, for what the typed client would not send. */
  send(
    method: string,
    url: string,
    more?: { body?: unknown; raw?: string; headers?: Record<string, string> },
  ): Promise<Answer>
}

export type Answer = {
  status: number
  headers: Record<string, string | string[] | number | undefined>
  body: string
  json: unknown
}

type Made = { origin: string; headers?: Record<string, string>; cookies?: Map<string, string>; ip?: string }

/** A caller over the app itself: real routing, hooks and writing, without a socket. */
export function createCaller(app: App, { origin, headers = {}, cookies = new Map(), ip = '192.0.2.1' }: Made): Caller {
  const send: Caller['send'] = async (method, url, more = {}) => {
    const payload = more.raw ?? (more.body === undefined ? undefined : JSON.stringify(more.body))
    const response = await app.inject({
      // inject knows the methods of HTTP and no others.
      method: method as 'GET',
      url,
      remoteAddress: ip,
      headers: {
        origin,
        ...(payload === undefined ? {} : { 'content-type': 'application/json' }),
        ...(cookies.size > 0 ? { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') } : {}),
        ...headers,
        ...more.headers,
      },
      ...(payload === undefined ? {} : { payload }),
    })
    for (const { name, value } of response.cookies) {
      if (value === '') cookies.delete(name)
      else cookies.set(name, value)
    }
    const isJson = response.body !== '' && String(response.headers['content-type'] ?? '').includes('json')
    return {
      status: response.statusCode,
      headers: response.headers,
      body: response.body,
      json: isJson ? response.json() : null,
    }
  }
  const api = createClient(async (path, { method, headers: extra, body }) => {
    const answer = await send(method, path, { headers: extra, ...(body === undefined ? {} : { raw: body }) })
    const type = String(answer.headers['content-type'] ?? '')
    return new Response(answer.status === 204 ? null : answer.body, {
      status: answer.status,
      headers: { 'content-type': type },
    })
  })
  return { api, cookies, send }
}
