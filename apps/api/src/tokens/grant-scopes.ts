import type { EventReason, Scope } from '@keyholder/domain'
import type { ProtocolContext } from '../http/protocol.ts'
import { record } from '../identity/audit/record.ts'
import type { Client } from '../identity/clients/find-client.ts'
import { countAttempt } from '../identity/throttle/throttle.ts'
import { OAuthError, tooManyTries } from './oauth-error.ts'

/**
 * The scopes that a client gets: those it asks for, or all of its own when it asks for none. Behind the right secret the true
 * reason of a refusal is told, counted and recorded.
 * @throws OAuthError `invalid_client` when it may no longer get any, `invalid_scope` when it asks for more than its own
 */
export async function grantScopes(context: ProtocolContext, client: Client, asked: string | null): Promise<Scope[]> {
  const own: readonly string[] = client.scopes
  const wanted = asked === null ? own : asked.split(' ')
  const refusal = refusalOf(client) ?? (wanted.every((scope) => own.includes(scope)) ? null : WIDER_SCOPE)
  if (!refusal) return client.scopes.filter((scope) => wanted.includes(scope))
  await countRefusal(context, client)
  await recordRefusal(context, client, refusal.reason)
  throw new OAuthError(refusal.code, refusal.description)
}

type Refusal = { code: 'invalid_client' | 'invalid_scope'; reason: EventReason; description: string }

const WIDER_SCOPE: Refusal = {
  code: 'invalid_scope',
  reason: 'scope',
  description: 'A scope was asked for that this client does not have.',
}

function refusalOf({ revokedAt, status, packageStatus, scopes }: Client): Refusal | null {
  if (revokedAt) return refuse('revoked', 'This secret has been replaced by a newer one.')
  if (status !== 'active') return refuse('deactivated', 'This API user has been deactivated.')
  if (packageStatus !== 'active') return refuse('package', 'The package of the organisation has ended.')
  return scopes.length > 0 ? null : WIDER_SCOPE
}

function refuse(reason: EventReason, description: string): Refusal {
  return { code: 'invalid_client', reason, description }
}

async function countRefusal({ signIn, now }: ProtocolContext, { clientId }: Client): Promise<void> {
  const wait = await countAttempt(signIn, now, [{ name: 'tokenByClient', parts: [clientId] }])
  if (wait !== null) throw tooManyTries(wait)
}

async function recordRefusal(context: ProtocolContext, client: Client, reason: EventReason): Promise<void> {
  const { tenantId, membershipId: id, name, roleName: role } = client
  const event = { tenantId, action: 'token.refused', outcome: 'denied', reason, actor: { id, name, role } } as const
  await context.signIn.write((tx) => record(tx, context, { ...event, object: { kind: 'user', id, name } }))
}
