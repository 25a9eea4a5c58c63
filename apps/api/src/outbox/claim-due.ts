import { CODES } from './may-send-again.ts'
import type { Outbox } from './outbox.ts'

/** A message that this process has to itself while its lease lasts. */
export type Claimed = {
  id: string
  tenantId: string
  membershipId: string
  template: string
  payloadSealed: string
  /** Rises with every claim, so that an earlier claimant notices that the message is no longer theirs. */
  tries: number
  sendAttempts: number
  createdAt: Date
}

export const LEASE_MILLISECONDS = 60_000

/** A one-time code, for which a person is waiting, or anything else. */
type Urgency = 'codes' | 'notices'

/**
 * Claims messages that are due: those whose time has come, and those whose lease ran out because a process ended half way.
 * One guarded statement, so that several processes never hold the same one (FLT-13).
 */
export function claimDue({ platform }: Outbox, most: number, urgency: Urgency): Promise<Claimed[]> {
  const now = platform.clock.now()
  const leaseUntil = new Date(now.getTime() + LEASE_MILLISECONDS)
  return platform.database.worker.write(
    (tx) => tx.$queryRaw<Claimed[]>`
      UPDATE messages SET lease_until = ${leaseUntil}::timestamptz, tries = tries + 1
      WHERE id = ANY (ARRAY(
        SELECT id FROM messages
        WHERE state = 'waiting' AND next_try_at <= ${now}::timestamptz
          AND (lease_until IS NULL OR lease_until <= ${now}::timestamptz)
          AND (template = ANY (${CODES}::text[])) = ${urgency === 'codes'}
        ORDER BY next_try_at, id
        LIMIT ${most}::integer
        FOR UPDATE SKIP LOCKED
      ))
      RETURNING id, tenant_id AS "tenantId", membership_id AS "membershipId", template,
        payload_sealed AS "payloadSealed", tries, send_attempts AS "sendAttempts", created_at AS "createdAt"`,
  )
}
