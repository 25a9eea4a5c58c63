import type { session as contract } from '@keyholder/contracts'
import type { Handler } from '../http/serve.ts'
import { proveCode, takeStep } from '../identity/factors/authenticator/prove-code.ts'
import { passFresh } from '../identity/sessions/pass-fresh.ts'

/** The second step once more, for what is sensitive. Counted together with every other try of this user. */
export const freshen: Handler<typeof contract.freshen> = async ({ body }, context) => {
  const { actor, signIn, now } = context
  const proof = await proveCode(context, actor, body.code)
  return signIn.write(async (tx) => {
    await takeStep(tx, proof, now)
    return passFresh(tx, context, 'authenticator')
  })
}
