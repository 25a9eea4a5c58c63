import type { signIn as contract } from '@keyholder/contracts'
import { actorOf } from '@keyholder/domain'
import type { Handler } from '../http/serve.ts'
import { endAttemptsShowingRecoveryCode } from '../identity/attempts/attempts.ts'
import { finishSignIn } from '../identity/attempts/finish-sign-in.ts'
import { record } from '../identity/audit/record.ts'
import { Problem } from '../problem.ts'

/** Only when the code was kept does the session open. */
export const keepRecoveryCode: Handler<typeof contract.keepRecoveryCode> = async (_, context) => {
  const { attempt, signIn, now } = context
  const { homeTenantId, userId, tenantId } = attempt
  const { shown } = attempt
  // Nobody comes as far as this without having shown or linked something.
  if (shown === null) throw new Problem('attempt.missing')
  await signIn.write(async (tx) => {
    await endAttemptsShowingRecoveryCode(tx, attempt)
    await tx.recoveryCode.updateMany({ where: { homeTenantId, userId }, data: { keptAt: now } })
    const actor = actorOf(attempt)
    await record(tx, context, { tenantId, action: 'recovery-code.kept', actor })
    await finishSignIn(tx, context, shown)
  })
  return { step: 'done' }
}
