import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import { sessionQuery } from '../../../client/session.ts'
import { factorAddress } from '../factor-address.ts'
import { secondStepsQuery } from '../factor-queries.ts'

/** Where all second steps stand. */
export const LIST = factorAddress()

/** Back to the list once something was linked; what came of it is told there. */
export function useLinked(onLinked: (outcome: string) => void): (outcome: string) => Promise<void> {
  const client = useQueryClient()
  const navigate = useNavigate()
  return async (outcome) => {
    // The session lists the methods for a step-up: there is another one now.
    await Promise.all([client.invalidateQueries(secondStepsQuery), client.invalidateQueries(sessionQuery)])
    onLinked(outcome)
    await navigate(LIST)
  }
}
