import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import { sessionQuery } from '../../app/session.ts'
import { writePlace } from './account-part.ts'
import { secondStepsQuery } from './account-queries.ts'

/** Where all second steps stand. */
export const LIST = writePlace({ part: 'tweede-stap' })

/** Back to the list once something was linked; what came of it is told there. */
export function useLinked(onLinked: (outcome: string) => void): (outcome: string) => Promise<void> {
  const client = useQueryClient()
  const navigate = useNavigate()
  return async (outcome) => {
    // The session says by which methods it can be confirmed again: there is another one now.
    await Promise.all([client.invalidateQueries(secondStepsQuery), client.invalidateQueries(sessionQuery)])
    onLinked(outcome)
    await navigate(LIST)
  }
}
