import jwt from '@fastify/jwt'
import type { App } from '../http/edge.ts'
import { createIssueRecord, type RecordIssue } from './record-issue.ts'
import { createSigningKeys, type SigningKeys } from './signing-keys.ts'
import { registerTokenEndpoint } from './token-endpoint.ts'
import { registerWellKnown } from './well-known.ts'

declare module 'fastify' {
  interface FastifyInstance {
    tokens: { keys: SigningKeys; recordIssue: RecordIssue }
  }
}

/** Tokens for machines: where they get them, and what others check them by. */
export async function registerTokens(app: App): Promise<void> {
  const { platform } = app.edge
  app.decorate('tokens', { keys: createSigningKeys(platform), recordIssue: createIssueRecord(platform) })
  // Keys come and go in the database, so each call names its own; there is none to fall back to.
  await app.register(jwt, { secret: { private: noKey, public: noKey } })
  await app.register(async (oauth) => registerTokenEndpoint(oauth))
  registerWellKnown(app)
}

async function noKey(): Promise<never> {
  throw new Error('A token was signed or read without naming its key.')
}
