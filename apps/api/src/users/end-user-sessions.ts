import type { users as contract } from '@keyholder/contracts'
import type { Handler } from '../http/serve.ts'
import { actOnMember } from '../identity/members/act-on-member.ts'
import { endMemberSessions } from '../identity/members/end-member-sessions.ts'

export const endUserSessions: Handler<typeof contract.endSessions> = async ({ params: { id } }, context) => {
  await actOnMember(context, { action: 'end-sessions', id }, (tx, member) =>
    endMemberSessions(tx, context, { by: context.actor, member }),
  )
}
