import type { apiUsers as contract } from '@keyholder/contracts'
import type { Handler } from '../http/serve.ts'
import { findApiUser, toApiUser } from '../identity/clients/find-api-user.ts'

export const readApiUser: Handler<typeof contract.read> = async ({ params }, { actor, db, now }) => {
  const found = await db.read((tx) => findApiUser(tx, { tenantId: actor.tenantId, id: params.id, now }))
  return toApiUser(found)
}
