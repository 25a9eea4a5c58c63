import type { SecondStepWay } from '@keyholder/domain'
import type { Tx } from '@keyholder/prisma'
import { record } from '../audit/record.ts'
import type { AttemptContext } from '../context.ts'
import { openSession } from '../sessions/open-session.ts'
import { actorOfAttempt, endAttempt } from './attempts.ts'

/** The end of every sign-in: the attempt goes, the session comes, and the log says how, in one transaction. */
export async function finishSignIn(tx: Tx, context: AttemptContext, secondFactor: SecondStepWay): Promise<void> {
  const { attempt, now } = context
  await endAttempt(tx, attempt)
  const { membershipId, userId, tenantId: userTenantId, membershipTenantId: tenantId } = attempt
  await openSession(tx, context, { tenantId, membershipId, userTenantId, userId, secondFactor, secondFactorAt: now })
  const actor = actorOfAttempt(attempt)
  await record(tx, context, { tenantId, action: 'sign-in.completed', actor, after: { secondFactor } })
}
