import type { signIn as contract } from '@keyholder/contracts'
import { actorOf } from '@keyholder/domain'
import type { Handler } from '../http/serve.ts'
import { endAttempt } from '../identity/attempts/attempts.ts'
import { record } from '../identity/audit/record.ts'

export const cancelSignIn: Handler<typeof contract.cancel> = async (_, context) => {
  const { attempt, signIn, cookies } = context
  await signIn.write(async (tx) => {
    await endAttempt(tx, attempt)
    const actor = actorOf(attempt)
    await record(tx, context, { tenantId: attempt.tenantId, action: 'sign-in.cancelled', actor })
  })
  cookies.endAttempt()
}
