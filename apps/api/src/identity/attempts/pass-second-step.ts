import {
  actorOf,
  isStrong,
  type SecondStepWay,
  type SignInStep,
  stepAfterSecondStep,
  waysToShow,
} from '@keyholder/domain'
import type { Tx } from '@keyholder/prisma'
import type { AttemptContext } from '../../context.ts'
import { Problem } from '../../problem.ts'
import { record } from '../audit/record.ts'
import { findStanding } from '../factors/find-standing.ts'
import { keepProof } from '../factors/keep-proof.ts'
import { advanceAttempt, advanceAttemptTwice } from './attempts.ts'
import { finishSignIn } from './finish-sign-in.ts'

/**
 * Goes on after a second step that was proven, by whichever way: one road for all of them. Whether the way may be used is read
 * here once more, in the transaction of what it opens. Of any number at once, one goes on.
 * @throws Problem `factor.not_allowed`, `attempt.missing`
 */
export async function passSecondStep(
  tx: Tx,
  context: AttemptContext,
  way: SecondStepWay,
): Promise<{ step: SignInStep | 'done' }> {
  const { attempt, now } = context
  const standing = await findStanding(tx, attempt, now)
  if (!waysToShow(standing, now).includes(way)) throw new Problem('factor.not_allowed')
  const step = stepAfterSecondStep(way, standing)
  await keepProof(tx, attempt, way, now)
  if (step === 'done') {
    await finishSignIn(tx, context, way)
    return { step }
  }
  // The recovery code is used up, and the next one is in an answer that may get lost: whoever asks again is let on.
  if (way === 'recovery-code') await advanceAttemptTwice(tx, context, { attempt, step, shown: way })
  // The weak one is over by now: it leads to no other step.
  else await advanceAttempt(tx, context, { attempt, step, shown: isStrong(way) ? way : null })
  const { tenantId } = attempt
  const actor = actorOf(attempt)
  await record(tx, context, { tenantId, action: 'sign-in.second-factor', actor, after: { secondFactor: way } })
  return { step }
}
