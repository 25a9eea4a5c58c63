import { DISABLE_AFTER_CONSECUTIVE, LIMITS, retryAfterSeconds, type UserKey } from '@keyholder/domain'
import { Prisma, type SignInDb, type Tx } from '@keyholder/prisma'
import { Problem } from '../../problem.ts'

type Counter = { inWindow: number; consecutive: number; windowStartedAt: Date }

const [{ limit, windowSeconds }] = LIMITS.secondFactorByUser

/**
 * Counts a try at a second factor before it is compared: one counter per user over all methods and all sign-ins, which the
 * password never clears (REC-05). One guarded statement; a refused try does not make the pause longer (RTL-03).
 * @returns how many in a row there are now, this one included
 * @throws Problem `code.too_many` during the pause, `factor.disabled` after a hundred in a row
 */
export async function countSecondFactorTry(
  signIn: SignInDb,
  { homeTenantId, userId }: UserKey,
  now: Date,
): Promise<number> {
  const [counted] = await signIn.query<Counter>(Prisma.sql`
    INSERT INTO second_factor_counters AS c (tenant_id, user_id, window_started_at, in_window, consecutive)
    VALUES (${homeTenantId}::uuid, ${userId}::uuid, ${now}, 1, 1)
    ON CONFLICT (tenant_id, user_id) DO UPDATE SET
      in_window = CASE WHEN c.window_started_at + make_interval(secs => ${windowSeconds}) <= ${now} THEN 1 ELSE c.in_window + 1 END,
      window_started_at = CASE WHEN c.window_started_at + make_interval(secs => ${windowSeconds}) <= ${now} THEN ${now} ELSE c.window_started_at END,
      consecutive = c.consecutive + 1
    WHERE c.consecutive < ${DISABLE_AFTER_CONSECUTIVE}
      AND (c.in_window < ${limit} OR c.window_started_at + make_interval(secs => ${windowSeconds}) <= ${now})
    RETURNING in_window AS "inWindow", consecutive, window_started_at AS "windowStartedAt"`)
  if (counted) return counted.consecutive
  throw await refusal(signIn, { homeTenantId, userId }, now)
}

async function refusal(signIn: SignInDb, { homeTenantId, userId }: UserKey, now: Date): Promise<Problem> {
  const [counter] = await signIn.query<Counter>(Prisma.sql`
    SELECT in_window AS "inWindow", consecutive, window_started_at AS "windowStartedAt" FROM second_factor_counters
    WHERE tenant_id = ${homeTenantId}::uuid AND user_id = ${userId}::uuid`)
  if (counter && counter.consecutive >= DISABLE_AFTER_CONSECUTIVE) return new Problem('factor.disabled')
  const wait = retryAfterSeconds(counter?.windowStartedAt ?? now, windowSeconds, now)
  return new Problem('code.too_many', { reason: 'user', retryAfterSeconds: wait })
}

/** A correct second factor resets the count, in the transaction of what it opens. */
export async function clearSecondFactorCounter(tx: Tx, { homeTenantId, userId }: UserKey): Promise<void> {
  await tx.secondFactorCounter.deleteMany({ where: { homeTenantId, userId } })
}

/** @throws Problem `factor.disabled` when no code of theirs would be compared any more: none is sent either */
export async function requireNotDisabled(signIn: SignInDb, { homeTenantId, userId }: UserKey): Promise<void> {
  const counter = await signIn.read((tx) =>
    tx.secondFactorCounter.findFirst({ where: { homeTenantId, userId }, select: { consecutive: true } }),
  )
  if (counter && counter.consecutive >= DISABLE_AFTER_CONSECUTIVE) throw new Problem('factor.disabled')
}
