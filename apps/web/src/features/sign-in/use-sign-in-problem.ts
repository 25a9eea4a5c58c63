import { useProblemText } from '../../client/problem-text.ts'
import { useSignInSentences } from './use-sign-in-sentences.ts'

/** Why the first page refused, and who or what helps. */
export function useSignInProblem(): (error: unknown) => string {
  const sentences = useSignInSentences()
  const problemText = useProblemText()
  return (error) => problemText(error, sentences(error))
}
