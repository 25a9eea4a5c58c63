import type { account as contract, Returned } from '@keyholder/contracts'
import { SESSIONS_PER_ACCOUNT } from '@keyholder/domain'
import { Prisma } from '@keyholder/prisma'
import type { Handler } from '../http/serve.ts'
import { isSessionOpen } from '../identity/sessions/is-open.ts'

type Item = Returned<typeof contract.sessions>['items'][number]
type Row = Omit<Item, 'openedAt' | 'lastUsedAt' | 'current'> & { openedAt: Date; lastUsedAt: Date }

/** Where this person is signed in, in whatever organisation; what has expired is not shown though it may still be stored. */
export const listSessions: Handler<typeof contract.sessions> = async (_, { actor, signIn, now }) => {
  const rows = await signIn.query<Row>(Prisma.sql`
    SELECT s.id, t.name AS "tenantName", s.opened_at AS "openedAt", s.last_used_at AS "lastUsedAt",
      s.user_agent AS "userAgent", s.ip
    FROM sessions s JOIN tenants t ON t.id = s.tenant_id
    WHERE s.user_id = ${actor.userId}::uuid AND ${isSessionOpen(now)}
    ORDER BY (s.id = ${actor.session?.id}::uuid) DESC, s.last_used_at DESC, s.id DESC LIMIT ${SESSIONS_PER_ACCOUNT + 1}`)
  const items = rows.map(({ openedAt, lastUsedAt, ...session }) => ({
    ...session,
    openedAt: openedAt.toISOString(),
    lastUsedAt: lastUsedAt.toISOString(),
    current: session.id === actor.session?.id,
  }))
  return { items }
}
