import type { users as contract } from '@keyholder/contracts'
import type { Handler } from '../http/serve.ts'
import { actOnMember } from '../identity/members/act-on-member.ts'
import { deactivateMember } from '../identity/members/deactivate-member.ts'
import { findMember, toUser } from '../identity/members/find-member.ts'

export const deactivateUser: Handler<typeof contract.deactivate> = ({ params: { id } }, context) =>
  actOnMember(context, { action: 'deactivate', id }, async (tx, member) => {
    await deactivateMember(tx, context, { by: context.actor, member })
    return toUser(await findMember(tx, id))
  })
