import type { signIn as contract } from '@keyholder/contracts'
import type { Handler } from '../http/serve.ts'
import { findReason } from '../identity/attempts/find-reason.ts'
import { makeSupportCode } from '../identity/attempts/make-support-code.ts'

/** The true reason, after a proven password, and a code with which the package holder looks it up. */
export const explainWhy: Handler<typeof contract.why> = async (_, context) => {
  const { attempt, signIn } = context
  const why = await findReason(context)
  const supportCode = await signIn.write((tx) => makeSupportCode(tx, context, { member: attempt, why }))
  const { reason, at, by = null, offSeconds = null } = why
  return { reason, at: at?.toISOString() ?? null, by, offSeconds, supportCode }
}
