import type { users as contract } from '@keyholder/contracts'
import type { Handler } from '../http/serve.ts'
import { actOnMember } from '../identity/members/act-on-member.ts'
import { changeRole } from '../identity/members/change-role.ts'
import { findMember, toUser } from '../identity/members/find-member.ts'

export const changeRoleOfUser: Handler<typeof contract.changeRole> = ({ params: { id }, body }, context) =>
  actOnMember(context, { action: 'change-role', id }, async (tx, member) => {
    await changeRole(tx, context, { by: context.actor, member, roleId: body.roleId })
    return toUser(await findMember(tx, id))
  })
