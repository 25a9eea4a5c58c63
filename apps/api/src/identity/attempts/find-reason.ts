import { DISABLE_AFTER_CONSECUTIVE, LIMITS } from '@keyholder/domain'
import { Prisma } from '@keyholder/prisma'
import type { AttemptContext } from '../../context.ts'
import { Problem } from '../../problem.ts'
import { findSentCode } from '../factors/one-time-code/find-sent-code.ts'
import { findLastLockout } from './find-last-lockout.ts'
import type { Reason } from './make-support-code.ts'

type Facts = {
  unlinkedAt: Date | null
  unlinkedBy: string | null
  consecutive: number
  inWindow: number
  windowStartedAt: Date | null
  tries: number
  clockOff: number | null
}

const [{ limit, windowSeconds }] = LIMITS.secondFactorByUser

/** Why this sign-in does not continue: lockouts first, then what the person can mend. */
export async function findReason(context: AttemptContext): Promise<Reason> {
  const { attempt, signIn, now } = context
  const facts = await findFacts(context)
  const { unlinkedAt, unlinkedBy, consecutive, tries, clockOff } = facts
  if (unlinkedAt) return { reason: 'unlinked', at: unlinkedAt, by: unlinkedBy ?? undefined }
  if (consecutive >= DISABLE_AFTER_CONSECUTIVE) {
    const { at } = await findLastLockout(signIn, attempt, 'authenticator.switched-off')
    return { reason: 'switched-off', at }
  }
  const until = pauseUntil(facts, now)
  if (until) return { reason: 'too-many-tries', at: until }
  if (await wasNotDelivered(context)) return { reason: 'code-not-delivered' }
  if (clockOff !== null) return { reason: 'clock', offSeconds: clockOff }
  return { reason: tries > 0 ? 'wrong-codes' : 'none' }
}

async function findFacts({ attempt, signIn }: AttemptContext): Promise<Facts> {
  const [facts] = await signIn.query<Facts>(Prisma.sql`
    SELECT r.made_at AS "unlinkedAt", r.made_by AS "unlinkedBy", coalesce(c.consecutive, 0) AS consecutive,
      coalesce(c.in_window, 0) AS "inWindow", c.window_started_at AS "windowStartedAt", a.tries, a.clock_off AS "clockOff"
    FROM sign_in_attempts a
    LEFT JOIN relink_codes r ON r.tenant_id = a.tenant_id AND r.user_id = a.user_id
    LEFT JOIN second_factor_counters c ON c.tenant_id = a.tenant_id AND c.user_id = a.user_id
    WHERE a.id = ${attempt.id}::uuid`)
  if (!facts) throw new Problem('attempt.missing')
  return facts
}

/** Until when no second step is compared, as the counter itself says it. */
function pauseUntil({ inWindow, windowStartedAt }: Facts, now: Date): Date | null {
  if (!windowStartedAt || inWindow < limit) return null
  const until = new Date(windowStartedAt.getTime() + windowSeconds * 1000)
  return until > now ? until : null
}

async function wasNotDelivered({ attempt, signIn, now }: AttemptContext): Promise<boolean> {
  const purpose = attempt.step === 'enrol' ? 'link' : 'sign-in'
  const sent = await findSentCode(signIn, { homeTenantId: attempt.homeTenantId, boundTo: attempt.id, purpose }, now)
  return sent?.delivery === 'failed'
}
