import type { signIn as contract } from '@keyholder/contracts'
import { actorOfAttempt } from '../attempts/attempts.ts'
import { finishSignIn } from '../attempts/finish-sign-in.ts'
import { record } from '../audit/record.ts'
import type { Handler } from '../http/serve.ts'

/** Only when the code was kept does the session open. */
export const keepRecoveryCode: Handler<typeof contract.keepRecoveryCode> = async (_, context) => {
  const { attempt, signIn, now } = context
  const { tenantId, userId, membershipTenantId } = attempt
  await signIn.write(async (tx) => {
    await tx.recoveryCode.updateMany({ where: { tenantId, userId }, data: { keptAt: now } })
    const actor = actorOfAttempt(attempt)
    await record(tx, context, { tenantId: membershipTenantId, action: 'recovery-code.kept', actor })
    await finishSignIn(tx, context, attempt.shown ?? 'authenticator')
  })
  return { step: 'done' }
}
