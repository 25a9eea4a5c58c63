import type { DeniedEvent } from '@keyholder/domain'
import type { ActorContext } from '../../context.ts'
import { recordDenial } from '../audit/record-denial.ts'
import { toProblem } from './to-problem.ts'

/**
 * Does something, and keeps in the log that the actor was not allowed to where that is why it failed.
 * @param denied what was tried; null while there is no object yet
 * @throws Problem what the work throws, and what the tables refuse, as a problem
 */
export async function recordingDenial<T>(
  context: ActorContext,
  denied: () => DeniedEvent | null,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const problem = toProblem(error)
    const tried = denied()
    if (tried) await recordDenial(context, problem, tried)
    throw problem
  }
}
