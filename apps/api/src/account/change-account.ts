import type { account as contract } from '@keyholder/contracts'
import type { Handler } from '../http/serve.ts'
import { record } from '../identity/audit/record.ts'
import { lockUser } from '../identity/factors/authenticator/begin-enrollment.ts'
import { describeAccount } from './read-account.ts'

/** Name and language are the person's own: they change in every organisation that they are a member of. */
export const changeAccount: Handler<typeof contract.change> = async ({ body }, context) => {
  const { actor, signIn } = context
  const { userId, homeTenantId, tenantId, membershipId } = actor
  return signIn.write(async (tx) => {
    await lockUser(tx, { homeTenantId, userId })
    const account = await describeAccount(tx, context)
    const before = { name: account.name, language: account.language }
    const after = { name: body.name ?? before.name, language: body.language ?? before.language }
    await tx.user.updateMany({ where: { homeTenantId, id: userId }, data: after })
    await tx.membership.updateMany({ where: { userId }, data: after })
    const object = { kind: 'user', id: membershipId, name: after.name } as const
    await record(tx, context, { tenantId, action: 'account.changed', object, before, after })
    return { ...account, ...after }
  })
}
