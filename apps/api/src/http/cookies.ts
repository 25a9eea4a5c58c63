import { COOKIE_NAMES } from '@keyholder/contracts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Cookies } from '../context.ts'
import { isHttps, type Settings } from '../settings.ts'

const A_YEAR = 365 * 86_400

type CookieKind = keyof typeof COOKIE_NAMES

/** The cookie's full name: `__Host-` wherever the browser keeps such cookies. */
function cookieName(kind: CookieKind, settings: Settings): string {
  return isHttps(settings) ? `__Host-${COOKIE_NAMES[kind]}` : COOKIE_NAMES[kind]
}

/** The cookies of ours that a request brought. */
export function readCookies(request: FastifyRequest): Record<CookieKind, string | null> {
  const { settings } = request.server.edge.platform
  const read = (kind: CookieKind) => request.cookies[cookieName(kind, settings)] ?? null
  return { session: read('session'), attempt: read('attempt'), device: read('device') }
}

/**
 * Keeps what a use case asks for and writes it when asked to: after the work was stored, since a cookie of what was rolled
 * back would take the place of one that works. SameSite=Strict: our pages fetch by themselves, no other site ever has to
 * send one.
 */
export function cookiesFor(reply: FastifyReply, settings: Settings): { cookies: Cookies; write(): void } {
  const wanted: (() => void)[] = []
  return {
    cookies: deferred(cookieWriter(reply, settings), wanted),
    write: () => {
      for (const write of wanted) write()
    },
  }
}

function deferred(writer: Cookies, wanted: (() => void)[]): Cookies {
  return {
    openSession: (token) => void wanted.push(() => writer.openSession(token)),
    endSession: () => void wanted.push(() => writer.endSession()),
    openAttempt: (token) => void wanted.push(() => writer.openAttempt(token)),
    endAttempt: () => void wanted.push(() => writer.endAttempt()),
    knowDevice: (value) => void wanted.push(() => writer.knowDevice(value)),
  }
}

function cookieWriter(reply: FastifyReply, settings: Settings): Cookies {
  const options = { path: '/', httpOnly: true, sameSite: 'strict', secure: isHttps(settings) } as const
  const set = (kind: CookieKind, value: string, more: { maxAge?: number } = {}) => {
    reply.setCookie(cookieName(kind, settings), value, { ...options, ...more })
  }
  const clear = (kind: CookieKind) => reply.clearCookie(cookieName(kind, settings), options)
  return {
    openSession: (token) => set('session', token),
    endSession: () => {
      clear('session')
      // The pages keep nothing, but the browser may.
      reply.header('clear-site-data', '"cache", "storage"')
    },
    openAttempt: (token) => set('attempt', token),
    endAttempt: () => void clear('attempt'),
    knowDevice: (value) => set('device', value, { maxAge: A_YEAR }),
  }
}
