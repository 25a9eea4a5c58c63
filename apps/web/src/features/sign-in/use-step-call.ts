import type { SignInStep } from '@keyholder/domain'
import { useQueryClient } from '@tanstack/react-query'
import { problemCode } from '../../client/errors.ts'
import { signInStateQuery } from './steps.ts'

/** For calls of a step: when the sign-in turns out to be at another step, its state is fetched again and the page follows. */
export function useStepCall(step: SignInStep) {
  const client = useQueryClient()
  return async <T>(call: () => Promise<T>): Promise<T> => {
    try {
      return await call()
    } catch (error) {
      const code = problemCode(error)
      // Without an answer it may have been done all the same.
      if (code === null || code === 'attempt.missing' || code === 'attempt.wrong_step') {
        void client.invalidateQueries({ queryKey: signInStateQuery(step).queryKey })
      }
      throw error
    }
  }
}
