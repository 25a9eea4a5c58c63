import type { signIn as contract } from '@keyholder/contracts'
import type { Tx } from '@keyholder/prisma'
import { actorOfAttempt, advanceAttempt, countAttemptTry } from '../attempts/attempts.ts'
import { finishSignIn } from '../attempts/finish-sign-in.ts'
import { record } from '../audit/record.ts'
import type { Attempt } from '../context.ts'
import { proveCode, takeStep } from '../factors/authenticator/prove-code.ts'
import type { Handler } from '../http/serve.ts'

/**
 * The second step. Of any number of requests with one code, over any number of processes, one gets in. Whoever left before
 * keeping their recovery code is asked to do that first: without one, a lost phone shuts them out.
 */
export const showAuthenticatorCode: Handler<typeof contract.authenticator> = async ({ body }, context) => {
  const { attempt, signIn, now } = context
  await countAttemptTry(signIn, attempt)
  const proof = await proveCode(context, attempt, body.code)
  return signIn.write(async (tx) => {
    await takeStep(tx, proof, now)
    if (await hasKeptRecoveryCode(tx, attempt)) {
      await finishSignIn(tx, context, 'authenticator')
      return { step: 'done' as const }
    }
    await advanceAttempt(tx, context, { attempt, step: 'keep-recovery-code' })
    const { membershipTenantId: tenantId } = attempt
    await record(tx, context, { tenantId, action: 'sign-in.second-factor', actor: actorOfAttempt(attempt) })
    return { step: 'keep-recovery-code' as const }
  })
}

async function hasKeptRecoveryCode(tx: Tx, { tenantId, userId }: Attempt): Promise<boolean> {
  return (await tx.recoveryCode.count({ where: { tenantId, userId, keptAt: { not: null } } })) > 0
}
