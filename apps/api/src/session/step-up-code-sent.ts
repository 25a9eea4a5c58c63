import type { session as contract } from '@keyholder/contracts'
import type { Handler } from '../http/serve.ts'
import { findSentCode } from '../identity/factors/one-time-code/find-sent-code.ts'
import { sessionOf } from '../identity/sessions/session-of.ts'

export const stepUpCodeSent: Handler<typeof contract.stepUpCodeSent> = async (_, { actor, signIn, now }) => {
  const bound = { homeTenantId: actor.homeTenantId, boundTo: sessionOf(actor).id, purpose: 'step-up' } as const
  return { sent: await findSentCode(signIn, bound, now) }
}
