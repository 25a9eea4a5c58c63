import type { users as contract } from '@keyholder/contracts'
import type { Handler } from '../http/serve.ts'
import { actOnMember } from '../identity/members/act-on-member.ts'
import { findMember, toUser } from '../identity/members/find-member.ts'
import { reactivateMember } from '../identity/members/reactivate-member.ts'

export const reactivateUser: Handler<typeof contract.reactivate> = ({ params: { id } }, context) =>
  actOnMember(context, { action: 'reactivate', id }, async (tx, member) => {
    await reactivateMember(tx, context, { by: context.actor, member })
    return toUser(await findMember(tx, id))
  })
