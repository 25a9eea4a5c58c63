import type { signIn as contract } from '@keyholder/contracts'
import { advanceAttempt } from '../attempts/attempts.ts'
import { finishLinking } from '../factors/authenticator/finish-linking.ts'
import { makeRecoveryCode } from '../factors/recovery-code/make-recovery-code.ts'
import type { Handler } from '../http/serve.ts'
import { Problem } from '../problem.ts'
import { requireTry } from '../throttle.ts'

/**
 * One correct code links the authenticator and makes the recovery code; there is still no session. Wrong codes are not held
 * against the sign-in, whoever scans owns the secret, but they are bounded.
 */
export const confirmEnrolment: Handler<typeof contract.confirmEnrolment> = async ({ body }, context) => {
  const { attempt, signIn, now } = context
  const { tenantId, userId } = attempt
  await requireTry(signIn, now, [{ name: 'enrolmentByUser', parts: [userId] }], 'code.too_many')
  const recoveryCode = await signIn.write(async (tx) => {
    await finishLinking(tx, context, { owner: attempt, code: body.code, begunBy: attempt.id })
    // Whoever linked in another tab has a second step by now, and shows that one.
    const linked = await tx.factor.count({ where: { tenantId, userId, state: { in: ['linked', 'off'] } } })
    if (linked > 1) throw new Problem('attempt.missing')
    await advanceAttempt(tx, context, { attempt, step: 'keep-recovery-code' })
    return makeRecoveryCode(tx, context, attempt)
  })
  return { step: 'keep-recovery-code', recoveryCode }
}
