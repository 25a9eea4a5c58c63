import type { session as contract } from '@keyholder/contracts'
import { ownerOf } from '../factors/code-owner.ts'
import { offerChallenge } from '../factors/passkey/offer-challenge.ts'
import type { Handler } from '../http/serve.ts'
import { requireFreshWay } from './require-fresh-way.ts'
import { sessionOf } from './session-of.ts'

export const startFreshPasskey: Handler<typeof contract.startFreshPasskey> = (_, context) => {
  const { actor, signIn, now } = context
  return signIn.write(async (tx) => {
    await requireFreshWay(tx, { actor, way: 'passkey', now })
    return offerChallenge(tx, context, { purpose: 'fresh', owner: ownerOf(actor), boundTo: sessionOf(actor).id })
  })
}
