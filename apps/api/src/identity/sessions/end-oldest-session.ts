import { SESSIONS_PER_ACCOUNT } from '@keyholder/domain'
import type { Tx } from '@keyholder/prisma'
import type { PublicContext } from '../../context.ts'
import { enqueue } from '../../outbox/enqueue.ts'
import { record } from '../audit/record.ts'
import { countAttempt } from '../throttle/throttle.ts'
import { isSessionOpen } from './is-open.ts'

type Context = Pick<PublicContext, 'platform' | 'now' | 'request'>
type Opened = { tenantId: string; membershipId: string; userId: string }
type Ended = { id: string; tenantId: string; userAgent: string; lastUsedAt: Date; wasOpen: boolean }

/**
 * One account has twenty sessions at most; the oldest gives way, and its owner is told once a day (SES-10). One that was over
 * already, and only not cleared away yet, is no news.
 */
export async function endOldestSession(tx: Tx, context: Context, opened: Opened): Promise<void> {
  const ended = await endBeyondMost(tx, opened.userId, context.now)
  for (const oldest of ended.filter(({ wasOpen }) => wasOpen)) {
    const object = { kind: 'session', id: oldest.id } as const
    await record(tx, context, {
      tenantId: oldest.tenantId,
      action: 'session.ended',
      reason: 'session.too_many',
      object,
    })
    await tell(tx, context, { opened, oldest })
  }
}

function endBeyondMost(tx: Tx, userId: string, now: Date): Promise<Ended[]> {
  return tx.$queryRaw<Ended[]>`
    DELETE FROM sessions s WHERE s.user_id = ${userId}::uuid AND s.id NOT IN (
      SELECT id FROM sessions WHERE user_id = ${userId}::uuid ORDER BY opened_at DESC, id DESC LIMIT ${SESSIONS_PER_ACCOUNT})
    RETURNING s.id, s.tenant_id AS "tenantId", s.user_agent AS "userAgent", s.last_used_at AS "lastUsedAt", ${isSessionOpen(now)} AS "wasOpen"`
}

async function tell(tx: Tx, context: Context, { opened, oldest }: { opened: Opened; oldest: Ended }): Promise<void> {
  const { tenantId, membershipId, userId } = opened
  const { now } = context
  if ((await countAttempt(tx, now, [{ name: 'sessionEndedMailByUser', parts: [userId] }])) !== null) return
  const { userAgent, lastUsedAt } = oldest
  const data = { at: now.toISOString(), userAgent, lastUsedAt: lastUsedAt.toISOString() }
  await enqueue(tx, context, { tenantId, membershipId, template: 'session-ended-oldest', data })
}
