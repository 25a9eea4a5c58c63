import { type Delivery, type MessageState, RESEND_AFTER_SECONDS, TRIES_PER_ATTEMPT } from '@keyholder/domain'
import { Prisma, type SignInDb } from '@keyholder/prisma'
import { sentTo } from '../offer-methods.ts'
import type { Bound, Target } from './target.ts'

type Sent = {
  method: Target['method']
  sentTo: string
  delivery: 'sending' | 'sent' | 'failed'
  resendAt: string
  expiresAt: string
}

type Row = {
  method: Target['method']
  ending: string | null
  email: string
  createdAt: Date
  expiresAt: Date
  state: MessageState | null
  delivery: Delivery | null
}

/**
 * The code that was sent last for a sign-in or a session, while it works; with what became of its message (CHN-17). A message
 * that is tried once more is still being sent.
 */
export async function findSentCode(
  signIn: SignInDb,
  { homeTenantId, boundTo, purpose }: Bound & { homeTenantId: string },
  now: Date,
): Promise<Sent | null> {
  const [row] = await signIn.query<Row>(Prisma.sql`
    SELECT c.method, f.ending, l.email, c.created_at AS "createdAt", c.expires_at AS "expiresAt", m.state, m.delivery
    FROM one_time_codes c
    JOIN logins l ON l.user_id = c.user_id
    LEFT JOIN factors f ON f.tenant_id = c.tenant_id AND f.id = c.factor_id
    LEFT JOIN messages m ON m.id = c.message_id
    WHERE c.tenant_id = ${homeTenantId}::uuid AND c.bound_to = ${boundTo}::uuid AND c.purpose = ${purpose}
      AND c.expires_at > ${now} AND c.tries < ${TRIES_PER_ATTEMPT}`)
  if (!row) return null
  return {
    method: row.method,
    sentTo: sentTo(row.method, row) ?? '',
    delivery: deliveryOf(row),
    resendAt: new Date(row.createdAt.getTime() + RESEND_AFTER_SECONDS * 1000).toISOString(),
    expiresAt: row.expiresAt.toISOString(),
  }
}

function deliveryOf({ state, delivery }: Row): Sent['delivery'] {
  if (state === 'waiting') return 'sending'
  return state === 'sent' && delivery !== 'undelivered' ? 'sent' : 'failed'
}
