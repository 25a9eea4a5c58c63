import type { ProblemCode } from '@keyholder/domain'
import type { ActorContext } from '../context.ts'
import type { Happening } from '../identity/audit/record.ts'
import { recordDenial } from '../identity/audit/record-denial.ts'
import { Problem } from '../problem.ts'

/**
 * Refuses, and keeps in the log that it was tried.
 * @throws Problem always
 */
export async function deny(
  context: ActorContext,
  code: ProblemCode,
  denied: Pick<Happening, 'action' | 'object'>,
): Promise<never> {
  const problem = new Problem(code)
  await recordDenial(context, problem, denied)
  throw problem
}
