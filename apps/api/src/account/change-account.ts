import type { account as contract } from '@keyholder/contracts'
import { record } from '../audit/record.ts'
import type { Handler } from '../http/serve.ts'
import { describeAccount } from './read-account.ts'

type Changeable = Partial<Record<'name' | 'language', string>>

/** Name and language are the person's own: they change in every organisation that they are a member of. */
export const changeAccount: Handler<typeof contract.change> = async ({ body }, context) => {
  const { actor, signIn } = context
  const { userId, userTenantId, tenantId, membershipId: id } = actor
  return signIn.write(async (tx) => {
    const { name, language } = await describeAccount(tx, userId)
    const before = only({ name, language }, (field, value) => body[field] !== undefined && body[field] !== value)
    const after = only(body, (field) => field in before)
    if (Object.keys(after).length > 0) {
      await tx.user.updateMany({ where: { tenantId: userTenantId, id: userId }, data: after })
      await tx.membership.updateMany({ where: { userId }, data: after })
      const object = { kind: 'user', id, name: after.name ?? name }
      await record(tx, context, { tenantId, action: 'account.changed', object, before, after })
    }
    return describeAccount(tx, userId)
  })
}
