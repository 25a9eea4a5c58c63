import type { account as contract } from '@keyholder/contracts'
import { record } from '../audit/record.ts'
import { lockUser } from '../factors/authenticator/begin-linking.ts'
import type { Handler } from '../http/serve.ts'
import { Problem } from '../problem.ts'
import { findLinked } from './list-authenticators.ts'

export const renameFactor: Handler<typeof contract.renameFactor> = async ({ params, body }, context) => {
  const { actor, signIn } = context
  const { userTenantId, userId, tenantId } = actor
  const { id } = params
  const { name } = body
  return signIn.write(async (tx) => {
    await lockUser(tx, { tenantId: userTenantId, userId })
    const former = (await findLinked(tx, actor)).find((authenticator) => authenticator.id === id)
    if (!former) throw new Problem('request.not_found')
    await tx.factor.updateMany({ where: { tenantId: userTenantId, userId, id, state: 'linked' }, data: { name } })
    await record(tx, context, {
      tenantId,
      action: 'authenticator.renamed',
      object: { kind: 'authenticator', id, name },
      before: { name: former.name },
      after: { name },
    })
    return { ...former, kind: 'authenticator' as const, ending: null, askWhetherItWorks: false, allowed: true, name }
  })
}
