import {
  type AuthMethod,
  actorOf,
  isStrong,
  type SignInStep,
  stepAfterSecondStep,
  usableMethods,
} from '@keyholder/domain'
import type { Tx } from '@keyholder/prisma'
import type { AttemptContext } from '../../context.ts'
import { Problem } from '../../problem.ts'
import { record } from '../audit/record.ts'
import { findFactorState } from '../factors/find-factor-state.ts'
import { recordFactorUse } from '../factors/record-factor-use.ts'
import { advanceAttempt, advanceKeepingOldId } from './attempts.ts'
import { finishSignIn } from './finish-sign-in.ts'

/**
 * Continues after a verified second step, the same way for every method. Whether the method may be used is read
 * here once more, in the transaction of what it opens. Of any number at once, one goes on.
 * @throws Problem `factor.not_allowed`, `attempt.missing`
 */
export async function completeSecondFactor(
  tx: Tx,
  context: AttemptContext,
  method: AuthMethod,
): Promise<{ step: SignInStep | 'done' }> {
  const { attempt, now } = context
  const factorState = await findFactorState(tx, attempt, now)
  if (!usableMethods(factorState, now).includes(method)) throw new Problem('factor.not_allowed')
  const step = stepAfterSecondStep(method, factorState)
  await recordFactorUse(tx, attempt, method, now)
  if (step === 'done') {
    await finishSignIn(tx, context, method)
    return { step }
  }
  // The recovery code is used up, and the answer with the next one may get lost: asking again continues the sign-in.
  if (method === 'recovery-code') await advanceKeepingOldId(tx, context, { attempt, step, shown: method })
  // The weak one is over by now: it leads to no other step.
  else await advanceAttempt(tx, context, { attempt, step, shown: isStrong(method) ? method : null })
  const { tenantId } = attempt
  const actor = actorOf(attempt)
  await record(tx, context, { tenantId, action: 'sign-in.second-factor', actor, after: { secondFactor: method } })
  return { step }
}
