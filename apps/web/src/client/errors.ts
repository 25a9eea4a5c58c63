import { ProblemError } from '@keyholder/contracts/client'
import type { ProblemCode } from '@keyholder/domain'

/** The code of a failed request, or null when there was no answer at all. */
export function problemCode(error: unknown): ProblemCode | null {
  return error instanceof ProblemError ? error.problem.code : null
}

/** Which of a code's several reasons it is: `too_short` of `password.weak`, for example. */
export function problemReason(error: unknown): string | null {
  return error instanceof ProblemError ? (error.problem.reason ?? null) : null
}

type Told = NonNullable<ProblemError['problem']['told']>

/** What is told beside it to a user who proved their password: since when, by whom, a code to read out. */
export function problemTold(error: unknown): Told {
  return error instanceof ProblemError ? (error.problem.told ?? {}) : {}
}

/** Fields that the server found wrong, by their path: for `form.setErrors`. */
export function fieldProblems(error: unknown): { path: string; code: string }[] {
  return error instanceof ProblemError ? (error.problem.errors ?? []) : []
}

const MINUTE = 60_000
const moments = new WeakMap<ProblemError, Date>()

/**
 * From when on it may be tried again, on this device's clock and in whole minutes; null when waiting does not help. The same
 * moment however often it is asked for.
 */
export function retryAt(error: unknown): Date | null {
  if (!(error instanceof ProblemError) || error.problem.retryAfter === undefined) return null
  const known = moments.get(error)
  if (known) return known
  const at = new Date(Math.ceil((Date.now() + error.problem.retryAfter * 1000) / MINUTE) * MINUTE)
  moments.set(error, at)
  return at
}
