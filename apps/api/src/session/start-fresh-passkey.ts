import type { session as contract } from '@keyholder/contracts'
import type { Handler } from '../http/serve.ts'
import { offerChallenge } from '../identity/factors/passkey/offer-challenge.ts'
import { requireFreshWay } from '../identity/sessions/require-fresh-way.ts'
import { sessionOf } from '../identity/sessions/session-of.ts'

export const startFreshPasskey: Handler<typeof contract.startFreshPasskey> = (_, context) => {
  const { actor, signIn, now } = context
  return signIn.write(async (tx) => {
    await requireFreshWay(tx, { actor, way: 'passkey', now })
    return offerChallenge(tx, context, { purpose: 'fresh', owner: actor, boundTo: sessionOf(actor).id })
  })
}
