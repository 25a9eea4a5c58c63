import type { users as contract } from '@keyholder/contracts'
import type { Handler } from '../http/serve.ts'
import { findMember, toUser } from '../identity/members/find-member.ts'
import { inviteMember } from '../identity/members/invite-member.ts'
import { recordingDenial } from '../identity/members/recording-denial.ts'

export const inviteUser: Handler<typeof contract.invite> = ({ body }, context) => {
  const { platform, actor: by, db } = context
  const id = platform.random.uuid()
  const denied = () => ({ action: 'user.invited', object: { kind: 'user', name: body.name } }) as const
  return recordingDenial(context, denied, () =>
    db.write(async (tx) => {
      await inviteMember(tx, context, { by, member: { id, ...body } })
      return toUser(await findMember(tx, id))
    }),
  )
}
