import type { users as contract } from '@keyholder/contracts'
import type { Handler } from '../http/serve.ts'
import { unlinkFactors } from '../identity/factors/unlink-factors.ts'
import { actOnMember } from '../identity/members/act-on-member.ts'

export const unlinkAuthenticator: Handler<typeof contract.unlinkAuthenticator> = ({ params: { id }, body }, context) =>
  actOnMember(context, { action: 'unlink', id }, (tx, member) =>
    unlinkFactors(tx, context, { by: context.actor, member, reason: body.reason }),
  )
