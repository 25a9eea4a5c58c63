import type { policy as contract } from '@keyholder/contracts'
import { reachOf } from '@keyholder/domain'
import type { Handler } from '../http/serve.ts'
import { countPeopleByFactors } from '../identity/policies/count-people.ts'
import { requireInPackage } from '../identity/policies/require-allowed.ts'

/** Whom a change would touch, counted at this moment. */
export const previewPolicy: Handler<typeof contract.preview> = async ({ body: { allowed } }, { actor, db }) => {
  requireInPackage(allowed, actor.tenant.package)
  return db.read(async (tx) => reachOf(await countPeopleByFactors(tx), allowed))
}
