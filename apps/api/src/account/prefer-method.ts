import type { account as contract } from '@keyholder/contracts'
import { usableMethods } from '@keyholder/domain'
import type { Handler } from '../http/serve.ts'
import { record } from '../identity/audit/record.ts'
import { lockUser } from '../identity/factors/authenticator/begin-enrollment.ts'
import { findFactorState } from '../identity/factors/find-factor-state.ts'
import { Problem } from '../problem.ts'

/** Only what would be offered at the next sign-in, and opens a session here, can be what it begins with. */
export const preferMethod: Handler<typeof contract.preferMethod> = async ({ body: { method } }, context) => {
  const { actor, signIn, now } = context
  const { homeTenantId, userId, tenantId } = actor
  await signIn.write(async (tx) => {
    await lockUser(tx, { homeTenantId, userId })
    const factorState = await findFactorState(tx, { userId, tenantId }, now)
    const usable = usableMethods(factorState, now).includes(method) && factorState.allowed.includes(method)
    if (!usable) throw new Problem('factor.not_allowed')
    await tx.login.updateMany({ where: { userId }, data: { preferredMethod: method } })
    await record(tx, context, {
      tenantId,
      action: 'second-step.preferred',
      ...(factorState.preferred ? { before: { method: factorState.preferred } } : {}),
      after: { method },
    })
  })
}
