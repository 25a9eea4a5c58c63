import type { signIn as contract } from '@keyholder/contracts'
import type { Handler } from '../http/serve.ts'
import { completeEnrollment } from '../identity/attempts/complete-enrollment.ts'
import { finishPhone, verifyPhone } from '../identity/factors/sms/finish-phone.ts'

/** The code of the text message links the number; what follows is what follows any linking. */
export const confirmSmsEnrollment: Handler<typeof contract.confirmSmsEnrollment> = async ({ body }, context) => {
  const { attempt, signIn } = context
  const outstanding = await verifyPhone(context, { owner: attempt, code: body.code, begunBy: attempt.id })
  const proven = { owner: attempt, outstanding }
  return signIn.write((tx) =>
    completeEnrollment(tx, context, { kind: 'sms', link: () => finishPhone(tx, context, proven) }),
  )
}
