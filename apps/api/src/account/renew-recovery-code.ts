import type { account as contract } from '@keyholder/contracts'
import type { Handler } from '../http/serve.ts'
import { endAttemptsShowingRecoveryCode } from '../identity/attempts/attempts.ts'
import { makeRecoveryCode } from '../identity/factors/recovery-code/make-recovery-code.ts'
import { enqueue } from '../outbox/enqueue.ts'

/** Another recovery code, shown in this answer only. The earlier one is worth nothing, and a sign-in that shows it goes no further. */
export const renewRecoveryCode: Handler<typeof contract.renewRecoveryCode> = async (_, context) => {
  const { actor, signIn, now } = context
  const { homeTenantId, userId, tenantId, membershipId } = actor
  const recoveryCode = await signIn.write(async (tx) => {
    await endAttemptsShowingRecoveryCode(tx, { homeTenantId, userId })
    const mail = { template: 'recovery-code-made', data: { at: now.toISOString() } } as const
    await enqueue(tx, context, { tenantId, membershipId, ...mail })
    return makeRecoveryCode(tx, context, actor)
  })
  return { recoveryCode }
}
