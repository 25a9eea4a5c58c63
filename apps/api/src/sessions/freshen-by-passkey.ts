import type { session as contract } from '@keyholder/contracts'
import { FRESH_SECONDS } from '@keyholder/domain'
import { record } from '../audit/record.ts'
import { ownerOf } from '../factors/code-owner.ts'
import { keepProof } from '../factors/keep-proof.ts'
import { provePasskey } from '../factors/passkey/prove-passkey.ts'
import { withPasskey } from '../factors/passkey/with-passkey.ts'
import type { Handler } from '../http/serve.ts'
import { requirePasskeyHere } from './require-passkey-here.ts'
import { rotateSession } from './rotate-session.ts'
import { sessionOf } from './session-of.ts'

/** The second step once more, by a passkey. A session that was weak is strong from here on (ENR-24). */
export const freshenByPasskey: Handler<typeof contract.freshenByPasskey> = async ({ body }, context) => {
  const { actor, now } = context
  const ceremony = { purpose: 'fresh', owner: ownerOf(actor), boundTo: sessionOf(actor).id } as const
  const proved = await provePasskey(context, ceremony, body.passkey)
  await withPasskey(context, proved, async (tx) => {
    await requirePasskeyHere(tx, context)
    await keepProof(tx, actor, 'passkey', now)
    await rotateSession(tx, context, { secondFactor: 'passkey', secondFactorAt: now })
    await record(tx, context, { tenantId: actor.tenantId, action: 'session.fresh' })
  })
  return { freshUntil: new Date(now.getTime() + FRESH_SECONDS * 1000).toISOString() }
}
