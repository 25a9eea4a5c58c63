import type { Permission, Scope } from '@keyholder/domain'
import { Prisma, type SignInDb } from '@keyholder/prisma'
import type { Actor, Platform } from '../context.ts'
import { ACTOR_COLUMNS, ACTOR_TABLES, type ActorRow, toActor } from '../identity/rights/find-actor.ts'
import { Problem } from '../problem.ts'
import { type AccessToken, readAccessToken, type TokenMaker } from './access-token.ts'

const LONGEST_TOKEN = 4096

/**
 * The API user of an access token: the signature first, then one statement for all that may have changed since it was made.
 * Its rights are the scopes of the token that the API user still has.
 * @throws Problem `token.invalid` for every doubt
 */
export async function findMachine(
  { jwt, platform }: TokenMaker & { platform: Platform },
  bearer: string,
): Promise<Actor> {
  const now = platform.clock.now()
  const token = bearer.length <= LONGEST_TOKEN ? await readAccessToken({ jwt, platform }, bearer, now) : null
  const row = token ? await findApiActor(platform.database.signIn, token) : null
  if (!token || !row) throw new Problem('token.invalid')
  const permissions: Permission[] = row.scopes.filter((scope) => token.scopes.includes(scope))
  const machine = toActor(row, 'api')
  return { ...machine, rights: { ...machine.rights, permissions } }
}

/** Active member, active package, this very credential not revoked, and no epoch gone by. */
async function findApiActor(signIn: SignInDb, token: AccessToken): Promise<(ActorRow & { scopes: Scope[] }) | null> {
  const [row] = await signIn.query<ActorRow & { scopes: Scope[] }>(Prisma.sql`
    SELECT ${ACTOR_COLUMNS}, a.scopes
    FROM api_credentials c
    JOIN api_users a ON a.tenant_id = c.tenant_id AND a.user_id = c.user_id AND a.epoch = ${token.epoch}
    JOIN (${ACTOR_TABLES}) ON m.tenant_id = c.tenant_id AND m.user_id = c.user_id
    WHERE c.client_id = ${token.clientId} AND c.user_id = ${token.userId}::uuid AND c.revoked_at IS NULL
      AND m.kind = 'api'`)
  return row ?? null
}
