import type { session as contract } from '@keyholder/contracts'
import type { Handler } from '../http/serve.ts'
import { provePasskey } from '../identity/factors/passkey/prove-passkey.ts'
import { withPasskey } from '../identity/factors/passkey/with-passkey.ts'
import { passFresh } from '../identity/sessions/pass-fresh.ts'
import { sessionOf } from '../identity/sessions/session-of.ts'

/** The second step once more, by a passkey. A session that was weak is strong from here on (ENR-24). */
export const freshenByPasskey: Handler<typeof contract.freshenByPasskey> = async ({ body }, context) => {
  const { actor } = context
  const ceremony = { purpose: 'fresh', owner: actor, boundTo: sessionOf(actor).id } as const
  const proved = await provePasskey(context, ceremony, body.passkey)
  return withPasskey(context, proved, (tx) => passFresh(tx, context, 'passkey'))
}
