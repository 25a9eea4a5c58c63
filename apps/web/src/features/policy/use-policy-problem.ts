import { useProblemText } from '../../client/problem-text.ts'

/** What to tell about a failed request for the policy; undefined while nothing has failed. */
export function usePolicyProblem(): (error: unknown) => string | undefined {
  const problemText = useProblemText()
  return (error) => (error ? problemText(error) : undefined)
}
