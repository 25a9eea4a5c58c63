import type { account as contract } from '@keyholder/contracts'
import type { Handler } from '../http/serve.ts'
import { offerCreation } from '../identity/factors/passkey/offer-creation.ts'
import { sessionOf } from '../identity/sessions/session-of.ts'

export const startPasskey: Handler<typeof contract.startPasskey> = (_, context) => {
  const { actor, signIn } = context
  const ceremony = { purpose: 'link', owner: actor, boundTo: sessionOf(actor).id } as const
  return signIn.write((tx) => offerCreation(tx, context, ceremony, actor))
}
