import type { signIn as contract } from '@keyholder/contracts'
import { actorOf, readRecoveryCode } from '@keyholder/domain'
import type { Handler } from '../http/serve.ts'
import { countSignInAttempt, endAttemptsShowingRecoveryCode } from '../identity/attempts/attempts.ts'
import { completeSecondFactor } from '../identity/attempts/complete-second-factor.ts'
import { record } from '../identity/audit/record.ts'
import { clearSecondFactorCounter } from '../identity/factors/count-wrong-codes.ts'
import { replaceRecoveryCode } from '../identity/factors/recovery-code/make-recovery-code.ts'
import { notifyOfRecoveryCodeUse } from '../identity/factors/recovery-code/notify-of-use.ts'
import { verifyRecoveryCode } from '../identity/factors/recovery-code/verify-recovery-code.ts'
import { Problem } from '../problem.ts'

/**
 * The second step for whoever lost everything else. The code is used up and replaced in one transaction, its owner is told,
 * and the new one must be kept before the session opens.
 */
export const useRecoveryCode: Handler<typeof contract.recoveryCode> = async ({ body }, context) => {
  const { attempt, signIn } = context
  const read = readRecoveryCode(body.code)
  // No code of ours looks like this: a slip of the finger costs no try.
  if ('typingError' in read) throw new Problem('code.wrong', { reason: 'typing' })
  await countSignInAttempt(signIn, attempt)
  const usedHash = await verifyRecoveryCode(context, attempt, read.code)
  const recoveryCode = await signIn.write(async (tx) => {
    const made = await replaceRecoveryCode(tx, context, attempt, usedHash)
    await clearSecondFactorCounter(tx, attempt)
    // What another sign-in of theirs is showing is no longer the code.
    await endAttemptsShowingRecoveryCode(tx, attempt)
    await completeSecondFactor(tx, context, 'recovery-code')
    const { tenantId } = attempt
    await record(tx, context, { tenantId, action: 'recovery-code.used', actor: actorOf(attempt) })
    await notifyOfRecoveryCodeUse(tx, context, attempt)
    return made
  })
  return { step: 'keep-recovery-code', recoveryCode }
}
