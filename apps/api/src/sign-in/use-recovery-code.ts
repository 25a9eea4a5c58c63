import type { signIn as contract } from '@keyholder/contracts'
import { actorOf, readRecoveryCode } from '@keyholder/domain'
import type { Handler } from '../http/serve.ts'
import { countAttemptTry, endKeeping } from '../identity/attempts/attempts.ts'
import { passSecondStep } from '../identity/attempts/pass-second-step.ts'
import { record } from '../identity/audit/record.ts'
import { clearSecondFactorCounter } from '../identity/factors/count-wrong-codes.ts'
import { replaceRecoveryCode } from '../identity/factors/recovery-code/make-recovery-code.ts'
import { proveRecoveryCode } from '../identity/factors/recovery-code/prove-recovery-code.ts'
import { tellOfRecoveryCodeUse } from '../identity/factors/recovery-code/tell-of-use.ts'
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
  await countAttemptTry(signIn, attempt)
  const usedHash = await proveRecoveryCode(context, attempt, read.code)
  const recoveryCode = await signIn.write(async (tx) => {
    const made = await replaceRecoveryCode(tx, context, attempt, usedHash)
    await clearSecondFactorCounter(tx, attempt)
    // What another sign-in of theirs is showing is no longer the code.
    await endKeeping(tx, attempt)
    await passSecondStep(tx, context, 'recovery-code')
    const { tenantId } = attempt
    await record(tx, context, { tenantId, action: 'recovery-code.used', actor: actorOf(attempt) })
    await tellOfRecoveryCodeUse(tx, context, attempt)
    return made
  })
  return { step: 'keep-recovery-code', recoveryCode }
}
