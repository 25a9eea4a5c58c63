import { ProblemError } from '@keyholder/contracts/client'
import type { ProblemCode } from '@keyholder/domain'

/** The code of a failed request, or null when there was no answer at all. */
export function problemCode(error: unknown): ProblemCode | null {
  return error instanceof ProblemError ? error.problem.code : null
}

/** Fields that the server found wrong, by their path: for `form.setErrors`. */
export function fieldProblems(error: unknown): { path: string; code: string }[] {
  return error instanceof ProblemError ? (error.problem.errors ?? []) : []
}
