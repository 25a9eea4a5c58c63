import jwt from '@fastify/jwt'
import type { App } from '../http/edge.ts'
import { serveProtocol } from '../http/protocol.ts'
import { createIssueRecord } from './record-issue.ts'
import { tokenEndpoint } from './token-endpoint.ts'
import { wellKnown } from './well-known.ts'

/** The library that signs and reads tokens. Keys come and go in the database, so each call names its own; there is none to fall back to. */
export async function registerJwt(app: App): Promise<void> {
  await app.register(jwt, { secret: { private: noKey, public: noKey } })
}

/** Tokens for machines: where they get them, and what others check them by. */
export async function serveTokens(app: App): Promise<void> {
  const { platform } = app.edge
  const maker = { jwt: app.jwt, platform }
  await serveProtocol(app, tokenEndpoint({ maker, recordIssue: createIssueRecord(platform) }))
  await serveProtocol(app, wellKnown(platform))
}

async function noKey(): Promise<never> {
  throw new Error('A token was signed or read without naming its key.')
}
