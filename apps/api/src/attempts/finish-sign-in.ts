import type { Tx } from '@keyholder/prisma'
import { record } from '../audit/record.ts'
import type { AttemptContext } from '../context.ts'
import { Problem } from '../problem.ts'
import { openSession } from '../sessions/open-session.ts'
import { endAttempt } from './attempts.ts'

/** The end of every sign-in: the attempt goes, the session comes, and the log says how, in one transaction. */
export async function finishSignIn(tx: Tx, context: AttemptContext, secondFactor: string): Promise<void> {
  const { attempt, now } = context
  await endAttempt(tx, attempt)
  const { membershipId, userId, tenantId: userTenantId } = attempt
  const member = await tx.membership.findFirst({ where: { id: membershipId, userId }, select: { tenantId: true } })
  if (!member) throw new Problem('sign_in.deactivated')
  const { tenantId } = member
  await openSession(tx, context, { tenantId, membershipId, userTenantId, userId, secondFactor, secondFactorAt: now })
  const actor = { id: membershipId, name: attempt.name }
  await record(tx, context, { tenantId, action: 'sign-in.completed', actor, after: { secondFactor } })
}
