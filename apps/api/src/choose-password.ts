import { canonicalPassword, passwordProblem } from '@keyholder/domain'
import type { PublicContext } from './context.ts'
import { Problem } from './problem.ts'

type Owner = { email: string; name: string; tenantName: string }

/**
 * The hash of a password that somebody chose. Outside of any transaction: hashing takes its time.
 * @throws Problem `password.weak` with the reason, before anything is hashed
 */
export async function choosePassword(context: PublicContext, password: string, owner: Owner): Promise<string> {
  requireStrong(password, owner)
  return context.platform.passwords.hash(canonicalPassword(password))
}

/** @throws Problem `password.weak` with the reason */
export function requireStrong(password: string, owner: Owner): void {
  const reason = passwordProblem(password, owner)
  if (reason) throw new Problem('password.weak', { reason })
}
