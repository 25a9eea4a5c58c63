import type { signIn as contract } from '@keyholder/contracts'
import type { Handler } from '../http/serve.ts'
import { beginEnrollment } from '../identity/factors/authenticator/begin-enrollment.ts'
import { requireEnrollable } from '../identity/factors/require-enrollable.ts'

const FIRST_NAME = 'Authenticator-app'

/** Gives what the app needs. Asked again by the same sign-in it gives the same: half-finished can be resumed. */
export const startEnrollment: Handler<typeof contract.startEnrollment> = async (_, context) => {
  const { attempt, signIn, now } = context
  const { homeTenantId, userId, email } = attempt
  return signIn.write(async (tx) => {
    await requireEnrollable(tx, attempt, { kind: 'authenticator', now })
    return beginEnrollment(tx, context, { homeTenantId, userId, email, name: FIRST_NAME, begunBy: attempt.id })
  })
}
