import type { apiUsers as contract } from '@keyholder/contracts'
import type { Handler } from '../http/serve.ts'
import { createClient } from '../identity/clients/create-client.ts'
import { findMember, toUser } from '../identity/members/find-member.ts'
import { recordingDenial } from '../identity/members/recording-denial.ts'

export const createApiUser: Handler<typeof contract.create> = ({ body: client }, context) => {
  const { actor: by, db } = context
  const denied = () => ({ action: 'api-user.created', object: { kind: 'user', name: client.name } }) as const
  return recordingDenial(context, denied, () =>
    db.write(async (tx) => toUser(await findMember(tx, await createClient(tx, context, { by, client })))),
  )
}
