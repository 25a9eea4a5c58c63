import type { SignInStep } from '@keyholder/domain'
import { useQueryClient } from '@tanstack/react-query'
import { useLocation, useNavigate } from 'react-router'
import { type News, standingQuery, stepAddress } from './steps.ts'

/** Goes on with what follows, as the server says: the page of the next step, or in. */
export function useNextStep() {
  const client = useQueryClient()
  const navigate = useNavigate()
  const { search } = useLocation()
  return async (step: SignInStep | 'done', news?: News) => {
    if (step !== 'done') {
      client.removeQueries({ queryKey: standingQuery(step).queryKey }) // of a sign-in before this one
      await client.prefetchQuery(standingQuery(step)) // the page comes with its own title
    }
    await navigate(stepAddress(step, search, news), { replace: step === 'done' })
  }
}
