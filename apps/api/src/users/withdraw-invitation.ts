import type { users as contract } from '@keyholder/contracts'
import type { Handler } from '../http/serve.ts'
import { actOnMember } from '../identity/members/act-on-member.ts'
import { withdrawInvitation } from '../identity/members/withdraw-invitation.ts'

export const withdrawUserInvitation: Handler<typeof contract.withdrawInvitation> = async (
  { params: { id } },
  context,
) => {
  await actOnMember(context, { action: 'withdraw-invitation', id }, (tx, member) =>
    withdrawInvitation(tx, context, { by: context.actor, member }),
  )
}
