import type { signIn as contract } from '@keyholder/contracts'
import type { Handler } from '../http/serve.ts'
import { beginLinking } from '../identity/factors/authenticator/begin-linking.ts'
import { requireLinkable } from '../identity/factors/require-linkable.ts'

const FIRST_NAME = 'Authenticator-app'

/** Gives what the app needs. Asked again by the same sign-in it gives the same: half-finished can be resumed. */
export const startEnrolment: Handler<typeof contract.startEnrolment> = async (_, context) => {
  const { attempt, signIn, now } = context
  const { homeTenantId, userId, email } = attempt
  return signIn.write(async (tx) => {
    await requireLinkable(tx, attempt, { kind: 'authenticator', now })
    return beginLinking(tx, context, { homeTenantId, userId, email, name: FIRST_NAME, begunBy: attempt.id })
  })
}
