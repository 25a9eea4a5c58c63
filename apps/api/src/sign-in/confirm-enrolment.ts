import type { signIn as contract } from '@keyholder/contracts'
import type { Handler } from '../http/serve.ts'
import { passLinking } from '../identity/attempts/pass-linking.ts'
import { finishLinking } from '../identity/factors/authenticator/finish-linking.ts'
import { requireTry } from '../identity/throttle/throttle.ts'

/**
 * One correct code links the authenticator and makes the recovery code; there is still no session. Wrong codes are not held
 * against the sign-in, whoever scans owns the secret, but they are bounded.
 */
export const confirmEnrolment: Handler<typeof contract.confirmEnrolment> = async ({ body }, context) => {
  const { attempt, signIn, now } = context
  await requireTry(signIn, now, [{ name: 'enrolmentByUser', parts: [attempt.userId] }], 'code.too_many')
  const pending = { owner: attempt, code: body.code, begunBy: attempt.id }
  return signIn.write((tx) =>
    passLinking(tx, context, { kind: 'authenticator', link: () => finishLinking(tx, context, pending) }),
  )
}
