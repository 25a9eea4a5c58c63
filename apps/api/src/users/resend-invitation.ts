import type { users as contract } from '@keyholder/contracts'
import type { Handler } from '../http/serve.ts'
import { actOnMember } from '../identity/members/act-on-member.ts'
import { findMember, toUser } from '../identity/members/find-member.ts'
import { resendInvitation } from '../identity/members/resend-invitation.ts'

export const resendUserInvitation: Handler<typeof contract.resendInvitation> = ({ params: { id } }, context) =>
  actOnMember(context, { action: 'resend-invitation', id }, async (tx, member) => {
    await resendInvitation(tx, context, { by: context.actor, member })
    return toUser(await findMember(tx, id))
  })
