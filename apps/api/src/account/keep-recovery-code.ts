import type { account as contract } from '@keyholder/contracts'
import type { Handler } from '../http/serve.ts'
import { record } from '../identity/audit/record.ts'
import { Problem } from '../problem.ts'

/** Until this is said, the next sign-in asks for it again. */
export const keepRecoveryCode: Handler<typeof contract.keepRecoveryCode> = async (_, context) => {
  const { actor, signIn, now } = context
  const { homeTenantId, userId, tenantId } = actor
  await signIn.write(async (tx) => {
    const where = { homeTenantId, userId }
    const { count } = await tx.recoveryCode.updateMany({ where, data: { keptAt: now } })
    if (count === 0) throw new Problem('request.not_found')
    await record(tx, context, { tenantId, action: 'recovery-code.kept' })
  })
}
