import type { session as contract } from '@keyholder/contracts'
import { ownerOf } from '../factors/code-owner.ts'
import { offerChallenge } from '../factors/passkey/offer-challenge.ts'
import type { Handler } from '../http/serve.ts'
import { requirePasskeyHere } from './require-passkey-here.ts'
import { sessionOf } from './session-of.ts'

export const startFreshPasskey: Handler<typeof contract.startFreshPasskey> = (_, context) => {
  const { actor, signIn } = context
  return signIn.write(async (tx) => {
    await requirePasskeyHere(tx, context)
    return offerChallenge(tx, context, { purpose: 'fresh', owner: ownerOf(actor), boundTo: sessionOf(actor).id })
  })
}
