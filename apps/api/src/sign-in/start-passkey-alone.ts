import type { signIn as contract } from '@keyholder/contracts'
import type { Handler } from '../http/serve.ts'
import { ALONE } from '../identity/factors/passkey/ceremony.ts'
import { offerChallenge } from '../identity/factors/passkey/offer-challenge.ts'
import { sourceBucketKey } from '../identity/throttle/bucket-key.ts'
import { requireTry } from '../identity/throttle/throttle.ts'

/** Anybody can ask, and gets the same: which passkeys there are is not said. Counted before anything is kept. */
export const startPasskeyAlone: Handler<typeof contract.startPasskeyAlone> = async (_, context) => {
  const { signIn, now } = context
  const source = { name: 'passkeyBySource', parts: [sourceBucketKey(context)] } as const
  await requireTry(signIn, now, [source], 'request.too_many')
  return signIn.write((tx) => offerChallenge(tx, context, ALONE))
}
