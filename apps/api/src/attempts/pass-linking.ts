import { type LinkedKind, type SignInStep, stepAfterLinking } from '@keyholder/domain'
import type { Tx } from '@keyholder/prisma'
import type { AttemptContext } from '../context.ts'
import { findStanding } from '../factors/find-standing.ts'
import { makeRecoveryCode } from '../factors/recovery-code/make-recovery-code.ts'
import { Problem } from '../problem.ts'
import { advanceAttempt } from './attempts.ts'
import { finishSignIn } from './finish-sign-in.ts'

/**
 * Goes on after something was linked during a sign-in, in the same transaction: to the recovery code, or into the session when
 * one was kept before.
 * @throws Problem `factor.not_allowed` when the organisation does not let one link this; `attempt.missing` when somebody who
 * had nothing linked has by now, in another tab: they show that one
 */
export async function passLinking(
  tx: Tx,
  context: AttemptContext,
  kind: LinkedKind,
): Promise<{ step: SignInStep | 'done'; recoveryCode: string | null }> {
  const { attempt, now } = context
  const { tenantId, userId } = attempt
  const standing = await findStanding(tx, attempt, now)
  if (!standing.linkable.includes(kind)) throw new Problem('factor.not_allowed')
  const linked = await tx.factor.count({ where: { tenantId, userId, state: { in: ['linked', 'off'] } } })
  if (attempt.shown === null && linked > 1) throw new Problem('attempt.missing')
  const step = stepAfterLinking(standing)
  if (step === 'done') {
    await finishSignIn(tx, context, kind)
    return { step, recoveryCode: null }
  }
  await advanceAttempt(tx, context, { attempt, step, shown: kind })
  return { step, recoveryCode: await makeRecoveryCode(tx, context, attempt) }
}
