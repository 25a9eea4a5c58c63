import { actorOf, RESEND_AFTER_SECONDS, SENT_CODE_LIFETIME_SECONDS, type Subject } from '@keyholder/domain'
import type { Tx } from '@keyholder/prisma'
import type { Actor, PublicContext } from '../../../context.ts'
import { enqueue } from '../../../outbox/enqueue.ts'
import { record } from '../../audit/record.ts'
import { newSentCode } from './new-code.ts'
import type { Bound, Target } from './target.ts'

type Context = PublicContext & { actor?: Actor }
type Sending = { owner: Subject; bound: Bound; target: Target }

/** Makes a code and puts its message into the outbox, both in this transaction. Only a keyed hash of it is kept. */
export async function storeSentCode(tx: Tx, context: Context, { owner, bound, target }: Sending) {
  const { platform, now } = context
  const { homeTenantId, userId, tenantId, membershipId } = owner
  const { boundTo, purpose } = bound
  const id = platform.random.uuid()
  const code = newSentCode((size) => platform.random.bytes(size))
  const codeHash = platform.keyedHash.hash(...hashedOf({ id, boundTo, code }))
  const [resendAt, expiresAt] = [RESEND_AFTER_SECONDS, SENT_CODE_LIFETIME_SECONDS].map((seconds) =>
    new Date(now.getTime() + seconds * 1000).toISOString(),
  )
  if (!resendAt || !expiresAt) throw new Error('Two moments were made.')
  const messageId = platform.random.uuid()
  const to = { id: messageId, tenantId, membershipId }
  await (target.method === 'sms'
    ? enqueue(tx, context, { ...to, template: 'sms-code', data: { to: target.phone, code, expiresAt } })
    : enqueue(tx, context, { ...to, template: 'sign-in-code', data: { code, expiresAt } }))
  const factorId = target.method === 'sms' ? target.factorId : null
  // One code for each thing: whatever was sent before is void from here on (CHN-01).
  await tx.$executeRaw`
    INSERT INTO one_time_codes (tenant_id, id, user_id, bound_to, purpose, method, factor_id, code_hash, tries, message_id, created_at, expires_at)
    VALUES (${homeTenantId}::uuid, ${id}::uuid, ${userId}::uuid, ${boundTo}::uuid, ${purpose}, ${target.method}, ${factorId}::uuid, ${codeHash}, 0,
      ${messageId}::uuid, ${now}::timestamptz, ${expiresAt}::timestamptz)
    ON CONFLICT (tenant_id, bound_to, purpose) DO UPDATE SET id = excluded.id, user_id = excluded.user_id, method = excluded.method,
      factor_id = excluded.factor_id, code_hash = excluded.code_hash, tries = 0, message_id = excluded.message_id,
      created_at = excluded.created_at, expires_at = excluded.expires_at`
  await record(tx, context, {
    tenantId,
    action: 'code.sent',
    actor: actorOf(owner),
    after: { secondFactor: target.method },
  })
  return { method: target.method, sentTo: target.sentTo, delivery: 'sending' as const, resendAt, expiresAt }
}

type Hashed = { id: string; boundTo: string; code: string }

/** What of a code is hashed: with what it is bound to, so that a row that was moved opens nothing. */
export function hashedOf({ id, boundTo, code }: Hashed): [purpose: string, value: string] {
  return ['one-time-code', `${id} ${boundTo} ${code}`]
}
