import type { account as contract } from '@keyholder/contracts'
import type { Handler } from '../http/serve.ts'
import { record } from '../identity/audit/record.ts'
import { lockUser } from '../identity/factors/authenticator/begin-enrollment.ts'
import { findFactorState } from '../identity/factors/find-factor-state.ts'
import { describeFactor, findOwnFactors } from '../identity/factors/own-factors.ts'
import { Problem } from '../problem.ts'

/** Factors that one can have several of get a name of one's own; there is one phone, named by its last digits. */
export const renameFactor: Handler<typeof contract.renameFactor> = async ({ params: { id }, body }, context) => {
  const { actor, signIn, now } = context
  const { homeTenantId, userId, tenantId } = actor
  const { name } = body
  return signIn.write(async (tx) => {
    await lockUser(tx, { homeTenantId, userId })
    const former = (await findOwnFactors(tx, actor)).find((factor) => factor.id === id)
    if (!former || former.kind === 'sms') throw new Problem('request.not_found')
    const { kind } = former
    await tx.factor.updateMany({ where: { homeTenantId, userId, id, state: 'linked' }, data: { name } })
    const names = { before: { name: former.name }, after: { name } }
    if (kind === 'authenticator') {
      await record(tx, context, { tenantId, action: 'authenticator.renamed', object: { kind, id, name }, ...names })
    } else {
      await record(tx, context, { tenantId, action: 'passkey.renamed', object: { kind, id, name }, ...names })
    }
    const { allowed } = await findFactorState(tx, { userId, tenantId }, now)
    return describeFactor({ ...former, name }, { allowed, now })
  })
}
