import { type AuthMethod, actorOf } from '@keyholder/domain'
import type { Tx } from '@keyholder/prisma'
import type { AttemptContext } from '../../context.ts'
import { record } from '../audit/record.ts'
import { recognizeDevice } from '../devices/recognize-device.ts'
import { openSession } from '../sessions/open-session.ts'
import { endAttempt } from './attempts.ts'

/** The end of every sign-in: the attempt goes, the session comes, and the log says how, in one transaction. */
export async function finishSignIn(tx: Tx, context: AttemptContext, secondFactor: AuthMethod): Promise<void> {
  const { attempt, now } = context
  await endAttempt(tx, attempt)
  const { membershipId, userId, homeTenantId, tenantId, passwordProven } = attempt
  await recognizeDevice(tx, context, secondFactor)
  const opened = { tenantId, membershipId, homeTenantId, userId, secondFactor, secondFactorAt: now, passwordProven }
  await openSession(tx, context, opened)
  const actor = actorOf(attempt)
  await record(tx, context, { tenantId, action: 'sign-in.completed', actor, after: { secondFactor } })
}
