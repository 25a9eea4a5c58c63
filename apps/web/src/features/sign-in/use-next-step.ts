import type { SignInStep } from '@keyholder/domain'
import { useQueryClient } from '@tanstack/react-query'
import { useLocation, useNavigate } from 'react-router'
import { type News, signInStateQuery, stepUrl } from './steps.ts'

/** Goes on with what follows, as the server says: the page of the next step, or in. */
export function useNextStep() {
  const client = useQueryClient()
  const navigate = useNavigate()
  const { search } = useLocation()
  return async (step: SignInStep | 'done', news?: News) => {
    if (step !== 'done') {
      client.removeQueries({ queryKey: signInStateQuery(step).queryKey }) // of a sign-in before this one
      await client.prefetchQuery(signInStateQuery(step)) // the page comes with its own title
    }
    await navigate(stepUrl(step, search, news), { replace: step === 'done' })
  }
}
