import type { account as contract } from '@keyholder/contracts'
import type { Handler } from '../http/serve.ts'
import { describeFactor } from '../identity/factors/own-factors.ts'
import { checkNew } from '../identity/factors/passkey/check-new.ts'
import { storePasskey } from '../identity/factors/passkey/store-passkey.ts'
import { sessionOf } from '../identity/sessions/session-of.ts'

/** Links the passkey that was made for this session, beside whatever is linked already. */
export const confirmPasskey: Handler<typeof contract.confirmPasskey> = async ({ body }, context) => {
  const { actor, signIn, now } = context
  const { name, passkey } = body
  const [owner, begunBy] = [actor, sessionOf(actor).id]
  const made = await checkNew(context, { purpose: 'link', owner, boundTo: begunBy }, passkey)
  const id = await signIn.write((tx) => storePasskey(tx, context, { owner, made, name, begunBy }))
  const linked = { id, kind: 'passkey', name, ending: null, linkedAt: now, lastUsedAt: now } as const
  // What was linked just now is allowed.
  return describeFactor(linked, { allowed: ['passkey'], now })
}
