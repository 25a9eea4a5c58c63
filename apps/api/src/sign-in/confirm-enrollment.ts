import type { signIn as contract } from '@keyholder/contracts'
import type { Handler } from '../http/serve.ts'
import { completeEnrollment } from '../identity/attempts/complete-enrollment.ts'
import { finishEnrollment } from '../identity/factors/authenticator/finish-enrollment.ts'
import { requireTry } from '../identity/throttle/throttle.ts'

/**
 * One correct code links the authenticator and makes the recovery code; there is still no session. Wrong codes are not held
 * against the sign-in (the person scanning owns the secret), but they are bounded.
 */
export const confirmEnrollment: Handler<typeof contract.confirmEnrollment> = async ({ body }, context) => {
  const { attempt, signIn, now } = context
  await requireTry(signIn, now, [{ name: 'enrollmentByUser', parts: [attempt.userId] }], 'code.too_many')
  const pending = { owner: attempt, code: body.code, begunBy: attempt.id }
  return signIn.write((tx) =>
    completeEnrollment(tx, context, { kind: 'authenticator', link: () => finishEnrollment(tx, context, pending) }),
  )
}
