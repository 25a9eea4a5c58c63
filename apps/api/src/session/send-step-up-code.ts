import type { session as contract } from '@keyholder/contracts'
import type { Handler } from '../http/serve.ts'
import { sendCode } from '../identity/factors/one-time-code/send-code.ts'
import { requireStepUpMethod } from '../identity/sessions/require-step-up-method.ts'
import { sessionOf } from '../identity/sessions/session-of.ts'

/** By SMS only: a code by e-mail is weak, and makes nothing fresh. */
export const sendStepUpCode: Handler<typeof contract.sendStepUpCode> = async (_, context) => {
  const { actor, signIn, now } = context
  const owner = actor
  const { email } = await requireStepUpMethod(signIn, { actor, method: 'sms', now })
  const bound = { boundTo: sessionOf(actor).id, purpose: 'step-up' } as const
  return sendCode(context, { owner, bound, method: 'sms', email })
}
