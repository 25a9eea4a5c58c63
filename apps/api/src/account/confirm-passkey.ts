import type { account as contract } from '@keyholder/contracts'
import { ownerOf } from '../factors/code-owner.ts'
import { checkNew } from '../factors/passkey/check-new.ts'
import { keepPasskey } from '../factors/passkey/keep-passkey.ts'
import type { Handler } from '../http/serve.ts'
import { sessionOf } from '../sessions/session-of.ts'
import { describeFactor } from './own-factors.ts'

/** Links the passkey that was made for this session, beside whatever is linked already. */
export const confirmPasskey: Handler<typeof contract.confirmPasskey> = async ({ body }, context) => {
  const { actor, signIn, now } = context
  const { name, passkey } = body
  const [owner, begunBy] = [ownerOf(actor), sessionOf(actor).id]
  const made = await checkNew(context, { purpose: 'link', owner, boundTo: begunBy }, passkey)
  const id = await signIn.write((tx) => keepPasskey(tx, context, { owner, made, name, begunBy }))
  const linked = { id, kind: 'passkey', name, ending: null, linkedAt: now, lastUsedAt: now } as const
  // What was linked just now is allowed.
  return describeFactor(linked, { allowed: ['passkey'], now })
}
