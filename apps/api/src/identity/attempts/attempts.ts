import { ATTEMPT_LIFETIME_SECONDS, type SignInStep, TRIES_PER_ATTEMPT, type UserKey } from '@keyholder/domain'
import { Prisma, type SignInDb, type Tx } from '@keyholder/prisma'
import type { Attempt, PublicContext } from '../../context.ts'
import { tokenHash } from '../../platform/keyed-hash.ts'
import { Problem } from '../../problem.ts'

type AttemptOwner = Pick<Attempt, 'homeTenantId' | 'userId' | 'membershipId'> & Partial<Pick<Attempt, 'passwordProven'>>
type Context = Pick<PublicContext, 'platform' | 'now' | 'cookies'>

/** Begins the stretch between password and session. It carries no right: only the next step can be taken with it. */
export async function beginAttempt(
  tx: Tx,
  context: Context,
  { step, shown = null, ...subject }: AttemptOwner & { step: SignInStep; shown?: Attempt['shown'] },
): Promise<Pick<Attempt, 'id' | 'expiresAt'>> {
  const { platform, now, cookies } = context
  const token = platform.random.token()
  const id = platform.random.uuid()
  const expiresAt = new Date(now.getTime() + ATTEMPT_LIFETIME_SECONDS * 1000)
  await tx.signInAttempt.createMany({
    data: [
      {
        ...subject,
        step,
        shown,
        id,
        tokenHash: new Uint8Array(tokenHash('attempt', token)),
        createdAt: now,
        expiresAt,
      },
    ],
  })
  cookies.openAttempt(token)
  return { id, expiresAt }
}

/** Goes on to another step under a new id; the old one is gone in the same transaction. */
export async function advanceAttempt(
  tx: Tx,
  context: Context,
  { attempt, step, shown = attempt.shown }: { attempt: Attempt; step: SignInStep; shown?: Attempt['shown'] },
): Promise<void> {
  await endAttempt(tx, attempt)
  const { homeTenantId, userId, membershipId, passwordProven } = attempt
  await beginAttempt(tx, context, { homeTenantId, userId, membershipId, passwordProven, step, shown })
}

/**
 * Goes on to another step under a new id, and lets the old one stand at that step as well: for what is used up by going on and
 * shown in the answer, which may never arrive. Of the two ids one goes on: `endAttemptsShowingRecoveryCode` ends the other. Decision 0011.
 * @throws Problem `attempt.missing` when it has ended or gone on already
 */
export async function advanceKeepingOldId(
  tx: Tx,
  context: Context,
  { attempt, step, shown }: { attempt: Attempt; step: SignInStep; shown: Attempt['shown'] },
): Promise<void> {
  const { id, homeTenantId, userId, membershipId, passwordProven } = attempt
  const expiresAt = new Date(context.now.getTime() + ATTEMPT_LIFETIME_SECONDS * 1000)
  const { count } = await tx.signInAttempt.updateMany({
    where: { id, step: attempt.step },
    data: { step, shown, expiresAt },
  })
  if (count === 0) throw new Problem('attempt.missing')
  await beginAttempt(tx, context, { homeTenantId, userId, membershipId, passwordProven, step, shown })
}

/**
 * Ends whatever other sign-ins of this user are showing a recovery code: what they show is no longer the code, or was not kept.
 * Concurrent callers take turns.
 */
export async function endAttemptsShowingRecoveryCode(
  tx: Tx,
  { homeTenantId, userId, id }: UserKey & { id?: string },
): Promise<void> {
  await tx.$queryRaw`SELECT FROM users WHERE tenant_id = ${homeTenantId}::uuid AND id = ${userId}::uuid FOR UPDATE`
  const step = 'keep-recovery-code' satisfies SignInStep
  await tx.signInAttempt.deleteMany({ where: { homeTenantId, userId, step, ...(id ? { id: { not: id } } : {}) } })
}

/**
 * Ends an attempt; of several who try at once, one does.
 * @throws Problem `attempt.missing` when it has ended already
 */
export async function endAttempt(tx: Tx, attempt: Attempt): Promise<void> {
  const { count } = await tx.signInAttempt.deleteMany({ where: { id: attempt.id } })
  if (count === 0) throw new Problem('attempt.missing')
}

/**
 * Counts a try against the attempt before anything is compared: five, then it is dead (REC-06).
 * @throws Problem `code.too_many` when the tries are used up
 */
export async function countSignInAttempt(signIn: SignInDb, attempt: Attempt): Promise<void> {
  const counted = await signIn.query(Prisma.sql`
    UPDATE sign_in_attempts SET tries = tries + 1 WHERE id = ${attempt.id}::uuid AND tries < ${TRIES_PER_ATTEMPT} RETURNING tries`)
  if (counted.length === 0) throw new Problem('code.too_many', { reason: 'attempt' })
}

/**
 * The attempt of a token, or null: unknown, ended, expired, or of a member who may no longer sign in. One statement.
 */
export async function findAttempt(signIn: SignInDb, token: string, now: Date): Promise<Attempt | null> {
  const [row] = await signIn.query<Attempt>(Prisma.sql`
    SELECT a.id, a.tenant_id AS "homeTenantId", a.user_id AS "userId", m.tenant_id AS "tenantId",
      a.membership_id AS "membershipId", a.step, a.shown, a.password_proven AS "passwordProven", a.expires_at AS "expiresAt", u.name, u.email, u.language, r.name AS role
    FROM sign_in_attempts a
    JOIN users u ON u.tenant_id = a.tenant_id AND u.id = a.user_id
    JOIN memberships m ON m.user_id = a.user_id AND m.id = a.membership_id AND m.status = 'active'
    JOIN roles r ON r.tenant_id = m.tenant_id AND r.id = m.role_id
    JOIN packages k ON k.tenant_id = m.tenant_id AND k.status = 'active'
    WHERE a.token_hash = ${tokenHash('attempt', token)} AND a.expires_at > ${now}`)
  return row ?? null
}
