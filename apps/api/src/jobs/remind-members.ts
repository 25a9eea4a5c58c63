import { type FactorKind, REMIND_DAYS_BEFORE } from '@keyholder/domain'
import type { Tx } from '@keyholder/prisma'
import type { Platform } from '../context.ts'
import { record } from '../identity/audit/record.ts'
import { type Grace, notifyMembers } from '../identity/policies/notify-members.ts'

type Needed = Pick<Platform, 'database' | 'clock' | 'random' | 'secretBox'>
type Due = Grace & { phasedOut: FactorKind[]; remindedAt: Date | null }

/**
 * Mails the members whose way in is leaving and who have not set up another: at the change whoever it did not reach itself, then
 * a week and a day before. In pages, each a transaction of its own that says how far it came; what one process is at, others
 * pass over.
 * @returns how many mails were put into the outbox
 */
export async function remindMembers(
  platform: Needed,
  stopping: AbortSignal = new AbortController().signal,
): Promise<number> {
  const now = platform.clock.now()
  let mails = 0
  while (!stopping.aborted) {
    const told = await platform.database.worker.write((tx) => notifyNextPage(tx, { platform, now }))
    if (told === null) break
    mails += told
  }
  return mails
}

/** @returns how many were told, or null when nobody has to be */
async function notifyNextPage(tx: Tx, context: { platform: Needed; now: Date }): Promise<number | null> {
  const { now } = context
  const grace = await lockNextDue(tx, now)
  if (!grace) return null
  const { tenantId, remindedAt } = grace
  const isReminder = remindedAt !== null
  await tx.$queryRaw`SELECT set_config('app.tenant_id', ${tenantId}, true)`
  const template = isReminder ? 'policy-reminder' : 'policy-changed'
  const { told, notifiedUpTo } = await notifyMembers(tx, context, { ...grace, template })
  await tx.policy.updateMany({
    where: { tenantId },
    data: { notifiedUpTo, ...(notifiedUpTo === null ? { remindedAt: now } : {}) },
  })
  if (isReminder && told > 0) await recordReminder(tx, context, { grace, told })
  return told
}

/** A reminder is due from its moment on, when nobody was told since; of two that were missed, one is sent. */
async function lockNextDue(tx: Tx, now: Date): Promise<Due | undefined> {
  const hours = REMIND_DAYS_BEFORE.map((days) => days * 24)
  const [due] = await tx.$queryRaw<Due[]>`
    SELECT p.tenant_id AS "tenantId", t.name AS "tenantName", p.allowed, p.phased_out AS "phasedOut", p.grace_ends_at AS "graceEndsAt",
      p.reminded_at AS "remindedAt", p.notified_up_to AS "notifiedUpTo"
    FROM policies p JOIN tenants t ON t.id = p.tenant_id
    WHERE p.grace_ends_at > ${now} AND (p.reminded_at IS NULL OR EXISTS (
      SELECT FROM unnest(${hours}::integer[]) AS h
      WHERE p.grace_ends_at - make_interval(hours => h) <= ${now} AND p.reminded_at < p.grace_ends_at - make_interval(hours => h)
    ))
    LIMIT 1 FOR UPDATE OF p SKIP LOCKED`
  return due
}

/** With each page, in its transaction: the log says neither more nor less than was done. */
async function recordReminder(
  tx: Tx,
  { platform, now }: { platform: Needed; now: Date },
  { grace, told }: { grace: Due; told: number },
): Promise<void> {
  const { tenantId, graceEndsAt } = grace
  const after = { users: String(told), graceEndsAt: graceEndsAt.toISOString() }
  await record(tx, { platform, now, request: null }, { tenantId, action: 'policy.reminded', after })
}
