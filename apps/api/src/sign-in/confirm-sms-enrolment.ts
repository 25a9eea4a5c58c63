import type { signIn as contract } from '@keyholder/contracts'
import type { Handler } from '../http/serve.ts'
import { passLinking } from '../identity/attempts/pass-linking.ts'
import { finishNumber, proveNumber } from '../identity/factors/sms/finish-number.ts'

/** The code of the text message links the number; what follows is what follows any linking. */
export const confirmSmsEnrolment: Handler<typeof contract.confirmSmsEnrolment> = async ({ body }, context) => {
  const { attempt, signIn } = context
  const outstanding = await proveNumber(context, { owner: attempt, code: body.code, begunBy: attempt.id })
  const proven = { owner: attempt, outstanding }
  return signIn.write((tx) => passLinking(tx, context, { kind: 'sms', link: () => finishNumber(tx, context, proven) }))
}
