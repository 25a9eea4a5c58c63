import type { signIn as contract } from '@keyholder/contracts'
import type { Handler } from '../http/serve.ts'
import { advanceAttempt, endAttemptsShowingRecoveryCode } from '../identity/attempts/attempts.ts'
import { makeRecoveryCode } from '../identity/factors/recovery-code/make-recovery-code.ts'

/** A page that was closed before the code was kept gets another one. The first is shown nowhere again (ENR-20). */
export const renewRecoveryCode: Handler<typeof contract.renewRecoveryCode> = async (_, context) => {
  const { attempt, signIn } = context
  const recoveryCode = await signIn.write(async (tx) => {
    await endAttemptsShowingRecoveryCode(tx, attempt)
    await advanceAttempt(tx, context, { attempt, step: 'keep-recovery-code' })
    return makeRecoveryCode(tx, context, attempt)
  })
  return { recoveryCode }
}
