import type { ServerResponse } from 'node:http'

/** What a page may load besides nothing at all. */
const POLICIES = {
  data: '',
  page: "style-src 'self'; img-src 'self'; ",
  // A mail is styled inside its markup. It still runs no script, loads nothing from outside and leads nowhere.
  mail: "style-src 'self' 'unsafe-inline'; img-src 'self' data:; ",
} as const

export interface Answer {
  status: number
  contentType: string
  body: string
  policy: keyof typeof POLICIES
  allow?: string
}

export function json(value: unknown, status = 200): Answer {
  return { status, contentType: 'application/json; charset=utf-8', body: JSON.stringify(value), policy: 'data' }
}

export function plain(body: string, contentType = 'text/plain'): Answer {
  return { status: 200, contentType: `${contentType}; charset=utf-8`, body, policy: 'data' }
}

export function page(body: string, policy: 'page' | 'mail' = 'page', status = 200): Answer {
  return { status, contentType: 'text/html; charset=utf-8', body, policy }
}

export function send(response: ServerResponse, answer: Answer): void {
  response.writeHead(answer.status, {
    'content-type': answer.contentType,
    'content-length': Buffer.byteLength(answer.body),
    'content-security-policy': `default-src 'none'; ${POLICIES[answer.policy]}base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-resource-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cache-control': 'no-store',
    ...(answer.allow && { allow: answer.allow }),
  })
  response.end(answer.body)
}
