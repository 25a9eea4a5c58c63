import { type EnrollableFactor, type SignInStep, stepAfterEnrollment } from '@keyholder/domain'
import type { Tx } from '@keyholder/prisma'
import type { Attempt, AttemptContext } from '../../context.ts'
import { Problem } from '../../problem.ts'
import { lockUser } from '../factors/authenticator/begin-enrollment.ts'
import { findFactorState } from '../factors/find-factor-state.ts'
import { makeRecoveryCode } from '../factors/recovery-code/make-recovery-code.ts'
import { advanceAttempt } from './attempts.ts'
import { finishSignIn } from './finish-sign-in.ts'

type Linking = {
  kind: EnrollableFactor
  /** Links it, or throws. */
  link: () => Promise<unknown>
}

/**
 * Links something during a sign-in and goes on, in one transaction: to the recovery code, or into the session when one was kept
 * before. The password alone adds nothing to what is linked, and takes the place of nothing: whoever had nothing when they began
 * and has by now, in another tab, shows that one. Decided behind the lock of the user, and before anything is linked.
 * @throws Problem `attempt.missing`; whatever linking throws
 */
export async function completeEnrollment(
  tx: Tx,
  context: AttemptContext,
  { kind, link }: Linking,
): Promise<{ step: SignInStep | 'done'; recoveryCode: string | null }> {
  const { attempt, now } = context
  await lockUser(tx, attempt)
  if (attempt.shown === null && (await hasSomething(tx, attempt))) throw new Problem('attempt.missing')
  await link()
  const step = stepAfterEnrollment(await findFactorState(tx, attempt, now))
  if (step === 'done') {
    await finishSignIn(tx, context, kind)
    return { step, recoveryCode: null }
  }
  await advanceAttempt(tx, context, { attempt, step, shown: kind })
  return { step, recoveryCode: await makeRecoveryCode(tx, context, attempt) }
}

/** Linked, or switched off after too many wrong codes. */
async function hasSomething(tx: Tx, { homeTenantId, userId }: Attempt): Promise<boolean> {
  return (await tx.factor.count({ where: { homeTenantId, userId, state: { in: ['linked', 'off'] } } })) > 0
}
